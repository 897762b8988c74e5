import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Ship it',
  idea: 'A list asks whether a thing is there; only trying it says what it does.',
  base: 'user-crud',
  // All six breaks are in the first step's starter: the app is broken once, and the list turns green row by row.
  steps: [
    {
      id: 'promises',
      title: 'Two promises',
      open: 'backend/app/routers/users.py',
      path: '/sign-in?next=%2Fnotes%2Fnew',
    },
    {
      id: 'words',
      title: 'Too many words',
      open: 'backend/app/errors.py',
      path: '/sign-up',
    },
    {
      id: 'door',
      title: 'As often as you like',
      open: 'backend/app/routers/token.py',
      path: '/sign-in',
    },
  ],
})
