import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Errors: thrown, returned, redirected',
  idea: 'What people should read is returned, what nobody planned is thrown, and a redirect is thrown too.',
  base: 'directory',
  steps: [
    {
      id: 'redirect',
      title: 'Saved, and an error',
      open: 'frontend/actions/people.ts',
      path: '/people/1/edit',
    },
    {
      id: 'returned',
      title: 'Words for whom',
      open: 'frontend/actions/people.ts',
      path: '/people/1/edit',
    },
  ],
})
