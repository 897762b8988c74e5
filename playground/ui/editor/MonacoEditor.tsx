// The code editor: the file's text at once, Monaco in its place as soon as it is there.
import { useEffect, useRef, useState } from 'react'
import { useDark } from '../layout/use-dark.ts'
import { useSession, useStatus, useView } from '../store/session-context.tsx'
import { copy } from '../copy.ts'
import type { EditorBinding } from './monaco-binding.ts'
import { CodeText } from './CodeText.tsx'
import { wantTypeScriptHelp } from './typescript-help.ts'
import { useEditorWanted } from './use-editor-wanted.ts'
import styles from './editor.module.css'

interface MonacoEditorProps {
  readonly path: string
  readonly text: string
  readonly onCursor: (line: number, column: number) => void
  readonly onFailed: () => void
}

export function MonacoEditor({ path, text, onCursor, onFailed }: MonacoEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const { wanted, want } = useEditorWanted()
  const binding = useBinding(host, { wanted, onCursor, onFailed })
  const dark = useDark()
  const { errors } = useStatus()
  const reveal = useView((state) => state.reveal)
  useEffect(() => binding?.show(path), [binding, path])
  useEffect(() => binding?.setDark(dark), [binding, dark])
  useEffect(() => binding?.setErrors(errors), [binding, errors, path])
  useEffect(() => {
    if (reveal && reveal.file === path) binding?.reveal(reveal)
  }, [binding, reveal, path])
  return (
    <div className={styles.code} onPointerEnter={want} onFocus={want}>
      <div
        ref={host}
        className={styles.monaco}
        data-ready={binding !== null}
        onPointerEnter={wantTypeScriptHelp}
        onFocus={wantTypeScriptHelp}
      />
      {binding === null && (
        <div className={styles.waiting} role="region" tabIndex={0} aria-label={copy.editor.loading}>
          <CodeText path={path} text={text} />
        </div>
      )}
    </div>
  )
}

async function loadEditor() {
  const [{ loadMonaco }, { bindEditor }] = await Promise.all([
    import('./monaco.ts'),
    import('./monaco-binding.ts'),
  ])
  return { monaco: await loadMonaco(), bindEditor }
}

interface Use extends Pick<MonacoEditorProps, 'onCursor' | 'onFailed'> {
  readonly wanted: boolean
}

function useBinding(
  host: React.RefObject<HTMLDivElement | null>,
  { wanted, onCursor, onFailed }: Use,
): EditorBinding | null {
  const session = useSession()
  const dark = useDark()
  const [binding, setBinding] = useState<EditorBinding | null>(null)
  const latest = useRef({ onCursor, onFailed, dark })
  useEffect(() => {
    latest.current = { onCursor, onFailed, dark }
  })
  useEffect(() => {
    if (!wanted) return
    let gone = false
    let made: EditorBinding | null = null
    loadEditor()
      .then(({ monaco, bindEditor }) => {
        if (gone || !host.current) return
        const onCursorNow = (line: number, column: number) => latest.current.onCursor(line, column)
        made = bindEditor({
          monaco,
          element: host.current,
          session,
          dark: latest.current.dark,
          onCursor: onCursorNow,
        })
        setBinding(made)
      })
      .catch((cause: unknown) => {
        console.warn('The code editor did not load.', cause)
        if (!gone) latest.current.onFailed()
      })
    return () => {
      gone = true
      made?.dispose()
      setBinding(null)
    }
  }, [host, session, wanted])
  return binding
}
