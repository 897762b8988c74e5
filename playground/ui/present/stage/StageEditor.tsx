// Live typing on the stage: Monaco over the beat's files, without hints, squiggles or completion by itself. Esc leaves.
// Reached by import() only.
import { Editor as MountedEditor, loader } from '@monaco-editor/react'
import { use, useEffect, useRef, useState } from 'react'
import { shareModels, type Editor } from '../../editor/file-models.ts'
import { loadMonaco, type Monaco } from '../../editor/monaco.ts'
import { THEMES } from '../../editor/themes.ts'
import { useDark } from '../../layout/use-dark.ts'
import { useSession } from '../../store/session-context.tsx'
import { presentCopy } from '../present-copy.ts'
import type { LineRange } from './StageCode.tsx'
import styles from './stage.module.css'

// Ours, from this host: by itself the loader asks a CDN.
const loading = loadMonaco().then((monaco) => {
  loader.config({ monaco })
  return monaco
})

interface StageEditorProps {
  readonly path: string
  readonly size: number
  readonly line: number
  readonly bright: readonly LineRange[]
  /** Where the bright lines are by now. */
  readonly onLeave: (bright: readonly LineRange[]) => void
}

export function StageEditor({ path, size, line, bright, onLeave }: StageEditorProps) {
  const monaco = use(loading)
  const models = useModels(monaco)
  const dark = useDark()
  const host = useRef<HTMLDivElement>(null)
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  })
  if (!models) return null
  return (
    <div ref={host} className={styles.editor}>
      <MountedEditor
        path={models.addressOf(path)}
        theme={dark ? THEMES.dark : THEMES.light}
        options={{
          ...OPTIONS,
          fontSize: size,
          lineHeight: Math.round(size * 1.5),
          ariaLabel: presentCopy.editorLabel(path),
        }}
        loading={null}
        keepCurrentModel
        onMount={(editor) => {
          if (host.current)
            editor.updateOptions({ fontFamily: getComputedStyle(host.current).fontFamily })
          beginTyping(monaco, editor, { line, bright, onLeave: (ranges) => leave.current(ranges) })
        }}
      />
    </div>
  )
}

type Beginning = Pick<StageEditorProps, 'line' | 'bright' | 'onLeave'>

function beginTyping(monaco: Monaco, editor: Editor, { line, bright, onLeave }: Beginning): void {
  const marks = editor.createDecorationsCollection(
    bright.map(([from, to]) => ({
      range: new monaco.Range(from, 1, to, 1),
      options: { isWholeLine: true, className: styles.typedBright ?? '' },
    })),
  )
  const model = editor.getModel()
  const column = model ? model.getLineMaxColumn(Math.min(line, model.getLineCount())) : 1
  editor.setPosition({ lineNumber: line, column })
  editor.revealLineInCenter(line)
  editor.focus()
  editor.onKeyDown((event) => {
    if (event.keyCode !== monaco.KeyCode.Escape) return
    if (editor.getDomNode()?.querySelector('.suggest-widget.visible')) return
    event.preventDefault()
    event.stopPropagation()
    onLeave(
      marks
        .getRanges()
        .map(({ startLineNumber, endLineNumber }) => [startLineNumber, endLineNumber]),
    )
  })
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
  tabSize: 2,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'none',
  renderValidationDecorations: 'off',
  lineNumbersMinChars: 3,
  padding: { top: 8, bottom: 8 },
  wordWrap: 'on',
  quickSuggestions: false,
  suggestOnTriggerCharacters: false,
  parameterHints: { enabled: false },
  hover: { enabled: 'off' },
  occurrencesHighlight: 'off',
  links: false,
  stickyScroll: { enabled: false },
} as const
