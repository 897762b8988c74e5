// Joins one Monaco editor to the session: models follow the workspace, typing goes to it, errors become markers.
// No React: MonacoEditor.tsx holds it.
import type { PlaygroundSession } from '../../session/session.ts'
import type { CodePlace, LearnerError } from '../../runtime/wire/learner-error.ts'
import { copy } from '../copy.ts'
import { languageOf } from './language-of.ts'
import type { Monaco } from './monaco.ts'
import { THEMES } from './themes.ts'

type Editor = ReturnType<Monaco['editor']['create']>
type Model = NonNullable<ReturnType<Editor['getModel']>>

export interface EditorBinding {
  show(path: string): void
  reveal(place: CodePlace): void
  setErrors(errors: readonly LearnerError[]): void
  setDark(dark: boolean): void
  dispose(): void
}

export interface BindingOptions {
  readonly monaco: Monaco
  readonly element: HTMLElement
  readonly session: PlaygroundSession
  readonly dark: boolean
  readonly onCursor: (line: number, column: number) => void
}

export function bindEditor({
  monaco,
  element,
  session,
  dark,
  onCursor,
}: BindingOptions): EditorBinding {
  const editor = createEditor(monaco, element, dark)
  const models = createModels(monaco, session)
  const viewStates = new Map<string, ReturnType<Editor['saveViewState']>>()
  let shown: string | null = null
  const stopWatching = session.workspace.subscribe(() => models.follow())
  editor.onDidChangeCursorPosition(({ position }) => onCursor(position.lineNumber, position.column))
  letTabLeave(monaco, editor)
  return {
    show(path) {
      if (shown === path) return
      if (shown !== null) viewStates.set(shown, editor.saveViewState())
      shown = path
      editor.setModel(models.find(path))
      editor.updateOptions({ ariaLabel: `${path}. ${copy.editor.leaveHint}` })
      const state = viewStates.get(path)
      if (state) editor.restoreViewState(state)
    },
    reveal({ line, column }) {
      editor.setPosition({ lineNumber: line, column })
      editor.revealLineInCenterIfOutsideViewport(line)
      editor.focus()
    },
    setErrors: (errors) => models.mark(errors),
    setDark: (isDark) => monaco.editor.setTheme(isDark ? THEMES.dark : THEMES.light),
    dispose() {
      stopWatching()
      editor.dispose()
      models.dispose()
    },
  }
}

function createEditor(monaco: Monaco, element: HTMLElement, dark: boolean): Editor {
  return monaco.editor.create(element, {
    model: null,
    theme: dark ? THEMES.dark : THEMES.light,
    automaticLayout: true,
    accessibilitySupport: 'on',
    fontFamily: getComputedStyle(element).fontFamily,
    fontSize: 13,
    lineHeight: 20,
    tabSize: 2,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    smoothScrolling: false,
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlightOnlyWhenFocus: true,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 8,
    padding: { top: 8, bottom: 8 },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    fixedOverflowWidgets: true,
    stickyScroll: { enabled: false },
  })
}

/** Escape, then Tab, leaves: the editor must not hold the focus (WCAG 2.1.2). A first Escape closes a suggestion box. */
function letTabLeave(monaco: Monaco, editor: Editor): void {
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
  return {
    follow,
    find(path: string): Model | null {
      const text = session.workspace.read(path)
      if (typeof text !== 'string') return null
      return models.get(path) ?? create(path, text)
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
      for (const model of models.values()) model.dispose()
    },
  }
}

/** As one edit, so that the learner's own undo still works after it. */
function replaceText(model: Model, text: string): void {
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
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
