// What the types need of the session: its routes, and its files when a definition is in one of them. No React:
// LoadedEditor.tsx calls both.
import type { CodePlace } from '../../runtime/wire/learner-error.ts'
import type { PlaygroundSession } from '../../session/session.ts'
import { loadTypes, type Monaco } from './monaco.ts'

/** The routes of the workspace are types too. Without types (offline, say) the editor checks syntax alone. */
export function followTypes(session: PlaygroundSession): () => void {
  let stop: (() => void) | null = null
  let gone = false
  loadTypes().then(
    (follow) => {
      if (gone) return
      const tell = () => follow(Object.keys(session.workspace.get().files))
      tell()
      stop = session.workspace.subscribe(tell)
    },
    (cause: unknown) => console.debug('The editor has no types.', cause),
  )
  return () => {
    gone = true
    stop?.()
  }
}

/** Definitions in the workspace open as files; those of Next and React have none to open. Answers with the way back. */
export function openDefinitions(
  monaco: Monaco,
  session: PlaygroundSession,
  goTo: (place: CodePlace) => void,
): () => void {
  const opener = monaco.editor.registerEditorOpener({
    openCodeEditor(_source, { path }, target) {
      const file = path.slice(1)
      if (session.workspace.read(file) === null) return false
      const isPlace = target !== undefined && 'lineNumber' in target
      const line = isPlace ? target.lineNumber : target?.startLineNumber
      const column = isPlace ? target.column : target?.startColumn
      goTo({ file, line: line ?? 1, column: column ?? 1 })
      return true
    },
  })
  return () => opener.dispose()
}
