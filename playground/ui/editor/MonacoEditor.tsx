// The code editor: the file's text at once, Monaco in its place as soon as it is there.
import { Component, lazy, Suspense, useCallback, useRef, useState, type ReactNode } from 'react'
import { useDark } from '../layout/use-dark.ts'
import { copy } from '../copy.ts'
import { CodeText } from './CodeText.tsx'
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
  const [isReady, setReady] = useState(false)
  const onReady = useCallback(() => setReady(true), [])
  const dark = useDark()
  return (
    <div className={styles.code} onPointerEnter={want} onFocus={want}>
      <div
        ref={host}
        className={styles.monaco}
        data-ready={isReady}
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
        <div className={styles.waiting} role="region" tabIndex={0} aria-label={copy.editor.loading}>
          <CodeText path={path} text={text} />
        </div>
      )}
    </div>
  )
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
