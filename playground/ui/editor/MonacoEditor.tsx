// The code editor: a plain field to write in at once, Monaco in its place as soon as it is there.
import {
  Component,
  lazy,
  Suspense,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useDark } from '../layout/use-dark.ts'
import { copy } from '../copy.ts'
import type { Editor } from './file-models.ts'
import { PlainEditor } from './PlainEditor.tsx'
import { goOnWriting, selectionIn, type Selection } from './take-over.ts'
import { wantTypeScriptHelp } from './typescript-help.ts'
import { useEditorWanted } from './use-editor-wanted.ts'
import styles from './editor.module.css'

const LoadedEditor = lazy(async () => ({
  default: (await import('./LoadedEditor.tsx')).LoadedEditor,
}))

interface MonacoEditorProps {
  readonly path: string
  readonly text: string
  readonly onCursor: (line: number, column: number) => void
  readonly onFailed: () => void
}

export function MonacoEditor({ path, text, onCursor, onFailed }: MonacoEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const { wanted, want } = useEditorWanted()
  const { isReady, onReady, waiting } = useTakeOver()
  const dark = useDark()
  return (
    <div className={styles.code} onPointerEnter={want} onFocus={want}>
      <div
        ref={host}
        className={styles.monaco}
        data-ready={isReady}
        // Until then it lies under the field, and would be a second one of the same name.
        aria-hidden={!isReady || undefined}
        onPointerEnter={wantTypeScriptHelp}
        onFocus={wantTypeScriptHelp}
      >
        {wanted && (
          <LoadBoundary onFailed={onFailed}>
            <Suspense fallback={null}>
              <LoadedEditor {...{ path, dark, host, onCursor, onReady }} />
            </Suspense>
          </LoadBoundary>
        )}
      </div>
      {!isReady && (
        <div
          ref={waiting}
          className={styles.waiting}
          role="region"
          aria-label={copy.editor.loading}
        >
          <PlainEditor key={path} path={path} text={text} onCursor={onCursor} />
        </div>
      )}
    </div>
  )
}

/** Monaco is there: at once, or after the character that is being put together (an input method, a dead key). */
function useTakeOver() {
  const around = useRef<HTMLDivElement | null>(null)
  const selection = useRef<Selection | null>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const onReady = useCallback((ready: Editor) => {
    const end = () => setEditor(ready)
    const composing = around.current?.querySelector('textarea[data-composing]')
    if (composing) composing.addEventListener('compositionend', end, { once: true })
    else end()
  }, [])
  // Read as the field goes and used in the same commit: no key falls between the two.
  const waiting = useCallback((element: HTMLDivElement | null) => {
    around.current = element
    return () => {
      selection.current = selectionIn(element?.querySelector('textarea'))
      around.current = null
    }
  }, [])
  useLayoutEffect(() => {
    if (editor && selection.current) goOnWriting(editor, selection.current)
  }, [editor])
  return { isReady: editor !== null, onReady, waiting }
}

interface LoadBoundaryProps {
  readonly onFailed: () => void
  readonly children: ReactNode
}

/** A script that did not load: the plain editor takes over. */
class LoadBoundary extends Component<LoadBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(cause: unknown): void {
    console.warn('The code editor did not load.', cause)
    this.props.onFailed()
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children
  }
}
