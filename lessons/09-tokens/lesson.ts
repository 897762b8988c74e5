import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Who are you: tokens in FastAPI',
  idea: 'A signature proves who wrote a token; whether it is meant for you, and still, is yours to check.',
  base: 'user-crud',
  own: [
    'frontend/app/forgeries/page.tsx',
    'frontend/app/forgeries/tokens/route.ts',
    'frontend/lib/forgeries.ts',
  ],
  steps: [
    {
      id: 'forged',
      title: 'Seven tokens, four believed',
      open: 'backend/app/security.py',
      path: '/forgeries',
    },
    {
      id: 'answer',
      title: 'One answer for all of them',
      open: 'backend/app/deps.py',
      path: '/forgeries',
    },
  ],
})
