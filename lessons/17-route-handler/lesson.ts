import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'The safe route handler',
  idea: 'A route handler answers with a response, hands on the true status, and puts nothing into an address unchecked.',
  base: 'user-crud',
  own: ['frontend/app/curious/page.tsx'],
  steps: [
    {
      id: 'answer',
      title: 'No response',
      open: 'frontend/app/api/notes/[id]/route.ts',
      path: '/sign-in?next=%2Fnotes',
    },
    {
      id: 'path',
      title: 'An id that is a path',
      open: 'frontend/app/api/notes/[id]/route.ts',
      path: '/sign-in?next=%2Fcurious',
    },
  ],
})
