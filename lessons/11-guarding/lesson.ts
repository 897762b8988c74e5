import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Guarding: who may, and whose it is',
  idea: 'A guard stands where the rows are; a page, a hidden button and proxy.ts are courtesies in front of it.',
  base: 'user-crud',
  own: ['frontend/app/kept/page.tsx', 'frontend/app/ids/page.tsx'],
  steps: [
    {
      id: 'posted',
      title: 'A form that was kept',
      open: 'backend/app/routers/users.py',
      path: '/sign-in?next=%2Fkept',
    },
    {
      id: 'owned',
      title: 'Another’s note',
      open: 'backend/app/routers/notes.py',
      path: '/sign-in?next=%2Fids',
    },
  ],
})
