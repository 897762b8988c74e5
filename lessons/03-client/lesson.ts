import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'The client boundary',
  idea: 'One line decides what runs in the browser, and everything below that line can be read there.',
  base: 'directory',
  own: [
    'frontend/app/raffle/page.tsx',
    'frontend/app/raffle/cheat/page.tsx',
    'frontend/components/ticket-counter.tsx',
    'frontend/lib/raffle.ts',
  ],
  steps: [
    {
      id: 'leak',
      title: 'Everybody knows the winner',
      open: 'frontend/app/raffle/page.tsx',
      path: '/raffle/cheat',
    },
    {
      id: 'props',
      title: 'What can cross',
      open: 'frontend/app/raffle/page.tsx',
      path: '/raffle',
    },
    {
      id: 'twice',
      title: 'Two is one',
      open: 'frontend/components/ticket-counter.tsx',
      path: '/raffle',
    },
  ],
})
