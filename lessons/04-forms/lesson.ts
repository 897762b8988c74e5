import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Server actions and forms',
  idea: 'An action answers with what the form needs to go on: the values, the errors, or a redirect.',
  base: 'directory',
  steps: [
    {
      id: 'keep',
      title: 'The form that forgets',
      open: 'frontend/components/person-form.tsx',
      path: '/people/new',
    },
    {
      id: 'refused',
      title: 'FastAPI has the last word',
      open: 'frontend/actions/people.ts',
      path: '/people/new',
    },
    {
      id: 'plain',
      title: 'Before the scripts arrive',
      open: 'frontend/actions/people.ts',
      path: '/people/new',
    },
  ],
})
