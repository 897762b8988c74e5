import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'FastAPI models that do not lie',
  idea: 'What comes in, what is kept and what goes out are three shapes; the table is nobody’s input.',
  base: 'directory',
  steps: [
    {
      id: 'input',
      title: 'The table takes everything',
      open: 'backend/app/routers/people.py',
      path: '/people/new',
    },
    {
      id: 'update',
      title: 'Left out is not null',
      open: 'backend/app/models.py',
      path: '/people/1/edit',
    },
  ],
})
