import type { FileChanges, Files } from '../../wire/files.ts'

/** Files with changes laid over them; null removes one. */
export function applyChanges(files: Files, changes: FileChanges): Files {
  const merged = new Map(Object.entries(files))
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) merged.delete(path)
    else merged.set(path, content)
  }
  return Object.fromEntries(merged)
}
