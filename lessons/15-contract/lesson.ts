import { defineLesson } from '../../playground/lessons/define-lesson.ts'

export const lesson = defineLesson({
  title: 'One contract: OpenAPI → TypeScript',
  idea: 'A type says what we believe; only one that is made from the API, and held to it, is more than that.',
  base: 'user-crud',
  own: ['frontend/app/contract/page.tsx'],
  steps: [
    {
      id: 'promise',
      title: 'Green, and undefined',
      open: 'frontend/lib/dal.ts',
      path: '/sign-in?next=%2Faccount',
    },
    {
      id: 'drift',
      title: 'The types of last week',
      open: 'frontend/lib/generated/api.d.ts',
      path: '/sign-in?next=%2Fadmin%2Fpeople',
    },
  ],
})
