import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'def, async def and the frozen loop',
  idea: 'Who waits without await stops everybody: that belongs in a thread, and no more may wait than there are connections.',
  base: 'user-crud',
  own: ['backend/main.py', 'frontend/app/six/page.tsx', 'frontend/app/letters/page.tsx'],
  steps: [
    {
      id: 'loop',
      title: 'One waits, all wait',
      open: 'backend/app/routers/stats.py',
      path: '/six',
    },
    {
      id: 'pool',
      title: 'Twelve letters, five sent',
      open: 'backend/app/db.py',
      path: '/letters',
    },
  ],
})
