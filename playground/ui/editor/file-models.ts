// Joins Monaco to the session: a model for each file follows the workspace, typing goes to it, errors become markers.
// No React: LoadedEditor.tsx mounts the editor over these models.
import type { PlaygroundSession } from '../../session/session.ts'
import type { LearnerError } from '../../runtime/wire/learner-error.ts'
import { findDifference } from './find-difference.ts'
import { languageOf } from './language-of.ts'
import type { Monaco } from './monaco.ts'
import { rangeOf } from './range-of.ts'

export type Editor = ReturnType<Monaco['editor']['create']>
type Model = NonNullable<ReturnType<Editor['getModel']>>

/** Escape, then Tab, leaves: the editor must not hold the focus (WCAG 2.1.2). A first Escape closes a suggestion box. */
export function letTabLeave(monaco: Monaco, editor: Editor): void {
  let leaving = false
  const set = (next: boolean) => {
    if (leaving === next) return
    leaving = next
    editor.updateOptions({ tabFocusMode: next })
  }
  editor.onKeyDown(({ keyCode }) => {
    if (keyCode === monaco.KeyCode.Escape) {
      set(editor.getDomNode()?.ownerDocument.querySelector('.suggest-widget.visible') === null)
    } else if (keyCode !== monaco.KeyCode.Tab && keyCode !== monaco.KeyCode.Shift) set(false)
  })
  editor.onDidBlurEditorText(() => set(false))
}

export type FileModels = ReturnType<typeof createModels>

const shared = new WeakMap<PlaygroundSession, { readonly models: FileModels; users: number }>()

/** The models of a session: one of each file, however many look at them. They go with the last who releases them. */
export function shareModels(
  monaco: Monaco,
  session: PlaygroundSession,
): Omit<FileModels, 'dispose'> & { release(): void } {
  const entry = shared.get(session) ?? { models: createModels(monaco, session), users: 0 }
  entry.users += 1
  shared.set(session, entry)
  let isReleased = false
  const { addressOf, mark, dispose } = entry.models
  return {
    addressOf,
    mark,
    release() {
      if (isReleased) return
      isReleased = true
      entry.users -= 1
      if (entry.users > 0) return
      shared.delete(session)
      dispose()
    },
  }
}

function createModels(monaco: Monaco, session: PlaygroundSession) {
  const models = new Map<string, Model>()
  let following = false
  const create = (path: string, text: string): Model => {
    const model = monaco.editor.createModel(text, languageOf(path).id, monaco.Uri.file(`/${path}`))
    if (path.endsWith('.py')) model.updateOptions({ tabSize: 4 })
    model.onDidChangeContent(() => {
      if (!following) session.workspace.write({ [path]: model.getValue() })
    })
    models.set(path, model)
    return model
  }
  const follow = () => {
    following = true
    const { files } = session.workspace.get()
    for (const [path, model] of models) {
      const text = files[path]
      if (typeof text !== 'string') {
        models.delete(path)
        model.dispose()
      } else if (model.getValue() !== text) replaceText(model, text)
    }
    for (const [path, text] of Object.entries(files)) {
      // The TypeScript worker completes over the files that have a model; others get theirs when they open.
      if (typeof text === 'string' && !models.has(path) && /\.[jt]sx?$/.test(path))
        create(path, text)
    }
    following = false
  }
  follow()
  const stopWatching = session.workspace.subscribe(follow)
  return {
    /** The address of the file's model, which is there from now on. */
    addressOf(path: string): string {
      const text = session.workspace.read(path)
      if (typeof text === 'string' && !models.has(path)) create(path, text)
      return monaco.Uri.file(`/${path}`).toString()
    },
    mark(errors: readonly LearnerError[]) {
      for (const [path, model] of models) {
        const own = errors.filter(({ place }) => place?.file === path)
        monaco.editor.setModelMarkers(
          model,
          'both-ends',
          own.flatMap((error) => toMarker(monaco, model, error)),
        )
      }
    },
    dispose() {
      stopWatching()
      for (const model of models.values()) model.dispose()
    },
  }
}

/**
 * As one edit, so that the learner's own undo still works after it, and of what differs alone: the caret, the markers and
 * the colours of everything else stay where they are.
 */
function replaceText(model: Model, text: string): void {
  const before = model.getValue()
  const { start, end } = findDifference(before, text)
  const range = rangeOf(model, start, before.length - end)
  const edit = { range, text: text.slice(start, text.length - end) }
  model.pushEditOperations([], [edit], () => null)
}

function toMarker(monaco: Monaco, model: Model, { place, message }: LearnerError) {
  if (!place) return []
  const line = Math.min(Math.max(1, place.line), model.getLineCount())
  const endColumn = model.getLineMaxColumn(line)
  const column = Math.min(Math.max(1, place.column), Math.max(1, endColumn - 1))
  return [
    {
      severity: monaco.MarkerSeverity.Error,
      message,
      startLineNumber: line,
      startColumn: column,
      endLineNumber: line,
      endColumn,
    },
  ]
}
