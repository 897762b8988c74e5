import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'Where the token lives',
  idea: 'A token belongs in a cookie that no script can read, and a cookie is deleted as it was set.',
  base: 'user-crud',
  own: ['frontend/app/reader/page.tsx'],
  steps: [
    {
      id: 'script',
      title: 'Somebody else’s script',
      open: 'frontend/lib/session-cookie.ts',
      path: '/sign-in?next=%2Freader',
    },
    {
      id: 'out',
      title: 'Signed out, and still inside',
      open: 'frontend/lib/session.ts',
      path: '/sign-in?next=%2Fnotes',
    },
  ],
})
