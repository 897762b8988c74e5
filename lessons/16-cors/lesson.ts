import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'CORS, and not needing it',
  idea: 'CORS lets a page read what another origin answers; a page that asks its own server needs no permission.',
  base: 'directory',
  own: ['frontend/app/newest/page.tsx'],
  steps: [
    {
      id: 'looks',
      title: 'A 500 that looks like CORS',
      open: 'backend/app/main.py',
      path: '/newest',
    },
    {
      id: 'without',
      title: 'One origin is enough',
      open: 'frontend/app/newest/page.tsx',
      path: '/newest',
    },
  ],
})
