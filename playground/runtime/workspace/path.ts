// Which paths a workspace takes. Runs anywhere; it does not look at contents.
import { createFailure, FailureError } from '../wire/failure.ts'

const REFUSED_CHARACTERS = /[\\:*?"<>|\0]/

/** Why a path is refused, as a sentence; null when it is fine. */
export function refusePath(path: string): string | null {
  if (!/^(frontend|backend)\/./.test(path)) {
    return `“${path}” is outside the workspace: a path begins with frontend/ or backend/.`
  }
  const segments = path.split('/')
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return `“${path}” has an empty, “.” or “..” part.`
  }
  if (segments.some((segment) => REFUSED_CHARACTERS.test(segment))) {
    return `“${path}” holds a character that some systems refuse: \\ : * ? " < > |`
  }
  if (segments.includes('node_modules'))
    return 'node_modules is not part of a workspace: nothing is installed here.'
  return null
}

/** Throws FailureError `bad-input` with the sentence. */
export function checkPath(path: string): void {
  const refused = refusePath(path)
  if (refused !== null) throw new FailureError(createFailure('write', 'bad-input', refused))
}

/** `frontend/app/page.tsx` → `page.tsx`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** `frontend/app/page.tsx` → `frontend/app`. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The name alone; with its folder when another of the paths has the same: an App Router app is full of `page.tsx`. */
export function shortName(path: string, among: readonly string[]): string {
  const name = baseName(path)
  const isShared = among.some((other) => other !== path && baseName(other) === name)
  return isShared ? `${baseName(folderOf(path))}/${name}` : name
}
