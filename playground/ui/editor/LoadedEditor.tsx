// Monaco over the session's files, mounted by @monaco-editor/react: one editor, a model for each file, and the place in
// each kept. Reached by import() only; MonacoEditor.tsx shows the text until it is there.
import { Editor as MountedEditor, loader } from '@monaco-editor/react'
import { use, useEffect, useMemo, useState, type RefObject } from 'react'
import { useSession, useStatus, useView, useViewStore } from '../store/session-context.tsx'
import { copy } from '../copy.ts'
import { letTabLeave, shareModels, type Editor } from './file-models.ts'
import { followTypes, openDefinitions } from './monaco-types.ts'
import { loadMonaco, type Monaco } from './monaco.ts'
import { helpWithPython } from '../python/ruff.ts'
import { THEMES } from './themes.ts'

// Ours, from this host: by itself the loader asks a CDN.
const loading = loadMonaco().then((monaco) => {
  loader.config({ monaco })
  return monaco
})

export interface LoadedEditorProps {
  readonly path: string
  readonly dark: boolean
  /** The element above, whose typeface the editor takes. */
  readonly host: RefObject<HTMLDivElement | null>
  readonly onCursor: (line: number, column: number) => void
  readonly onReady: (editor: Editor) => void
}

export function LoadedEditor({ path, dark, host, onCursor, onReady }: LoadedEditorProps) {
  const monaco = use(loading)
  const models = useModels(monaco)
  useLanguageHelp(monaco)
  const [editor, setEditor] = useState<Editor | null>(null)
  const errors = useStatus('errors')
  const reveal = useView((state) => state.reveal)
  const options = useMemo(
    () => ({ ...OPTIONS, ariaLabel: `${path}. ${copy.editor.leaveHint}` }),
    [path],
  )
  useEffect(() => models?.mark(errors), [models, errors, path])
  useEffect(() => {
    if (!editor) return
    const watch = editor.onDidChangeCursorPosition(({ position }) =>
      onCursor(position.lineNumber, position.column),
    )
    return () => watch.dispose()
  }, [editor, onCursor])
  useEffect(() => {
    if (!editor || !reveal || reveal.file !== path) return
    editor.setPosition({ lineNumber: reveal.line, column: reveal.column })
    editor.revealLineInCenterIfOutsideViewport(reveal.line)
    editor.focus()
  }, [editor, reveal, path])
  if (!models) return null
  return (
    <MountedEditor
      path={models.addressOf(path)}
      theme={dark ? THEMES.dark : THEMES.light}
      options={options}
      loading={null}
      keepCurrentModel
      onMount={(mounted) => {
        if (host.current)
          mounted.updateOptions({ fontFamily: getComputedStyle(host.current).fontFamily })
        letTabLeave(monaco, mounted)
        setEditor(mounted)
        onReady(mounted)
      }}
    />
  )
}

function useLanguageHelp(monaco: Monaco): void {
  const session = useSession()
  const view = useViewStore()
  useEffect(() => followTypes(session), [session])
  useEffect(() => openDefinitions(monaco, session, view.goToPlace), [monaco, session, view])
  useEffect(() => helpWithPython(monaco, session), [monaco, session])
}

/** Made in an effect: they listen to the workspace until the editor goes. */
function useModels(monaco: Monaco) {
  const session = useSession()
  const [models, setModels] = useState<ReturnType<typeof shareModels> | null>(null)
  useEffect(() => {
    const made = shareModels(monaco, session)
    setModels(made)
    return () => {
      made.release()
      setModels(null)
    }
  }, [monaco, session])
  return models
}

const OPTIONS = {
  accessibilitySupport: 'on',
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
} as const
