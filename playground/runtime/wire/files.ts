// Workspace files as they cross ports. Paths have no leading slash: `frontend/app/page.tsx`, `backend/main.py`.

export type FileContent = string | Uint8Array

export type Files = Readonly<Record<string, FileContent>>

/** null removes the file. */
export type FileChanges = Readonly<Record<string, FileContent | null>>

export const FRONTEND = 'frontend/'
export const BACKEND = 'backend/'

/** The part of a change that lies below a folder, with the folder cut off. */
export function changesBelow(folder: string, changes: FileChanges): FileChanges {
  const below: Record<string, FileContent | null> = {}
  for (const [path, content] of Object.entries(changes)) {
    if (path.startsWith(folder)) below[path.slice(folder.length)] = content
  }
  return below
}
