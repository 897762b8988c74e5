import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Caching in Next 16',
  idea: 'What is kept is for everybody who asks the same: so who asks is part of the question, or nothing is kept.',
  base: 'user-crud',
  own: ['frontend/app/import/page.tsx', 'frontend/app/api/import/route.ts'],
  steps: [
    {
      id: 'everybody',
      title: 'Ada’s notes, for Ben',
      open: 'frontend/lib/dal.ts',
      path: '/sign-in?next=%2Fnotes',
    },
    {
      id: 'number',
      title: 'A number that stands still',
      open: 'frontend/actions/notes.ts',
      path: '/',
    },
    {
      id: 'outside',
      title: 'Written by somebody else',
      open: 'frontend/app/api/import/route.ts',
      path: '/sign-in?next=%2Fimport',
    },
  ],
})
