import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Two servers, one page',
  idea: 'A page is one request, and what it shows is often another one: each has a status of its own.',
  base: 'hello',
  steps: [
    {
      id: 'answer',
      title: 'FastAPI says 404',
      open: 'backend/main.py',
      path: '/',
    },
    {
      id: 'env',
      title: 'The question that nobody asked',
      open: 'frontend/lib/greeting.ts',
      path: '/',
    },
  ],
})
