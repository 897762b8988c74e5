// A starter's files and edits over them: applying, comparing. Runs anywhere, changes nothing in place.
import type { FileChanges, FileContent, Files } from '../wire/files.ts'

export function applyChanges(files: Files, changes: FileChanges): Files {
  const next: Record<string, FileContent> = { ...files }
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) delete next[path]
    else next[path] = content
  }
  return next
}

export function isSameContent(
  left: FileContent | undefined,
  right: FileContent | undefined,
): boolean {
  if (left === right) return true
  if (!(left instanceof Uint8Array) || !(right instanceof Uint8Array)) return false
  return left.byteLength === right.byteLength && left.every((byte, index) => byte === right[index])
}

/** What turns `before` into `after`; null marks a removed file. */
export function diffFiles(before: Files, after: Files): FileChanges {
  const changes: Record<string, FileContent | null> = {}
  for (const [path, content] of Object.entries(after)) {
    if (!isSameContent(before[path], content)) changes[path] = content
  }
  for (const path of Object.keys(before)) if (!(path in after)) changes[path] = null
  return changes
}

/** Only the changes that really change something. */
export function effectiveChanges(files: Files, changes: FileChanges): FileChanges {
  return Object.fromEntries(
    Object.entries(changes).filter(([path, content]) =>
      content === null ? path in files : !isSameContent(files[path], content),
    ),
  )
}
