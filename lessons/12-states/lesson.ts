import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Loading, not found, error',
  idea: 'A status is sent with the first byte, so what decides on it must come before; what fails later can be tried again.',
  base: 'directory',
  steps: [
    {
      id: 'status',
      title: 'Nobody, with status 200',
      open: 'frontend/app/people/[id]/page.tsx',
      path: '/people/999',
    },
    {
      id: 'again',
      title: 'Try again, in vain',
      open: 'frontend/app/error.tsx',
      path: '/people/2',
    },
  ],
})
