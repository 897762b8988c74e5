import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Client fetching without races',
  idea: 'Answers arrive in any order, and only the one to the last question counts.',
  base: 'directory',
  own: ['frontend/proxy.ts'],
  steps: [
    {
      id: 'pause',
      title: 'A question for every letter',
      open: 'frontend/lib/use-email-availability.ts',
      path: '/people/new',
    },
    {
      id: 'race',
      title: 'The slow answer wins',
      open: 'frontend/lib/use-email-availability.ts',
      path: '/people/new',
    },
  ],
})
