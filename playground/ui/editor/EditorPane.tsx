// The code pane: open files, the editor, and the line under it.
import { memo, useCallback, useState } from 'react'
import { usePlainEditor, useWidthClass } from '../layout/use-media.ts'
import { copy, formatSize } from '../copy.ts'
import { FilePicker } from '../files/FilePicker.tsx'
import { useView, useWorkspace } from '../store/session-context.tsx'
import { MonacoEditor } from './MonacoEditor.tsx'
import { OpenFiles } from './OpenFiles.tsx'
import { PlainEditor } from './PlainEditor.tsx'
import { StatusLine } from './StatusLine.tsx'
import styles from './editor.module.css'

export interface Cursor {
  readonly line: number
  readonly column: number
}

/** `hasTree`: the files are in a tree beside it, where there is room for one. */
export function EditorPane({ hasTree = true }: { readonly hasTree?: boolean }) {
  const path = useView((state) => state.activeFile)
  const width = useWidthClass()
  const [cursor, setCursor] = useState<Cursor>({ line: 1, column: 1 })
  const onCursor = useCallback((line: number, column: number) => setCursor({ line, column }), [])
  return (
    <div className={styles.pane}>
      {width === 'wide' && hasTree ? <OpenFiles /> : <FilePicker />}
      <EditorBody path={path} onCursor={onCursor} />
      <StatusLine path={path} cursor={cursor} />
    </div>
  )
}

interface EditorBodyProps {
  readonly path: string | null
  readonly onCursor: (line: number, column: number) => void
}

/** The caret's place, which changes with every key, is not its business. */
const EditorBody = memo(function EditorBody({ path, onCursor }: EditorBodyProps) {
  const plain = usePlainEditor()
  const [failed, setFailed] = useState(false)
  const content = useWorkspace(({ files }) => (path === null ? undefined : files[path]))
  if (path === null || content === undefined) {
    return (
      <div className={styles.empty}>
        <p>{copy.editor.none}</p>
        <p>{copy.editor.noneHint}</p>
      </div>
    )
  }
  if (typeof content !== 'string')
    return <div className={styles.empty}>{copy.editor.binary(formatSize(content.byteLength))}</div>
  if (plain || failed) {
    return (
      <>
        {failed && <p className={styles.notice}>{copy.editor.failed}</p>}
        <PlainEditor key={path} path={path} text={content} onCursor={onCursor} />
      </>
    )
  }
  return (
    <MonacoEditor path={path} text={content} onCursor={onCursor} onFailed={() => setFailed(true)} />
  )
})
