import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'The database session',
  idea: 'A session is one conversation with the database: opened for one request, and closed whatever happens.',
  base: 'directory',
  steps: [
    {
      id: 'tables',
      title: 'No such table',
      open: 'backend/app/main.py',
      path: '/',
    },
    {
      id: 'session',
      title: 'One refusal for everybody',
      open: 'backend/app/db.py',
      path: '/people/new',
    },
    {
      id: 'conflict',
      title: 'The database has the last word',
      open: 'backend/app/routers/people.py',
      path: '/people/new',
    },
  ],
})
