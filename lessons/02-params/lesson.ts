import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Server components and params',
  idea: 'What stands in the address reaches a page as a promise of text, and anybody can type it.',
  base: 'directory',
  steps: [
    {
      id: 'await',
      title: 'Wait for the address',
      open: 'frontend/app/people/[id]/page.tsx',
      path: '/people/1',
    },
    {
      id: 'check',
      title: 'Text that anybody can type',
      open: 'frontend/app/people/[id]/page.tsx',
      path: '/people/ada',
    },
    {
      id: 'title',
      title: 'The title needs it too',
      open: 'frontend/app/people/[id]/page.tsx',
      path: '/people/1',
    },
  ],
})
