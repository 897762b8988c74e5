// The kernel's `/app/page.tsx` is the learner's `frontend/app/page.tsx`.
import { FRONTEND } from '../../wire/files.ts'

export function shownPath(file: string): string {
  return FRONTEND + file.replace(/^\//, '')
}
