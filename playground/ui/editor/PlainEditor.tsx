// The editor for phones, until Monaco is there, and when it does not load: a text field over the same text with its colours.
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useSession, useView } from '../store/session-context.tsx'
import { copy } from '../copy.ts'
import { CodeText } from './CodeText.tsx'
import styles from './editor.module.css'

interface PlainEditorProps {
  readonly path: string
  readonly text: string
  readonly onCursor: (line: number, column: number) => void
}

export function PlainEditor({ path, text, onCursor }: PlainEditorProps) {
  const session = useSession()
  const field = useRef<HTMLTextAreaElement>(null)
  const reveal = useView((state) => state.reveal)
  useEffect(() => {
    if (reveal && reveal.file === path && field.current) selectPlace(field.current, reveal)
  }, [reveal, path])
  useEffect(() => (field.current ? keepCaretInSight(field.current) : undefined), [])
  const reportCursor = (element: HTMLTextAreaElement) => {
    const before = element.value.slice(0, element.selectionStart).split('\n')
    onCursor(before.length, (before.at(-1)?.length ?? 0) + 1)
  }
  return (
    <div className={styles.plain}>
      <div className={styles.plainInner}>
        <div aria-hidden className={styles.under}>
          <CodeText path={path} text={`${text}\n`} />
        </div>
        <textarea
          ref={field}
          className={styles.over}
          aria-label={`${path}. ${copy.editor.leaveHint}`}
          value={text}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          onChange={({ target }) => session.workspace.write({ [path]: target.value })}
          onSelect={({ currentTarget }) => reportCursor(currentTarget)}
          onKeyDown={indentOnTab}
          onCompositionStart={({ currentTarget }) => (currentTarget.dataset['composing'] = 'yes')}
          onCompositionEnd={({ currentTarget }) => delete currentTarget.dataset['composing']}
        />
      </div>
    </div>
  )
}

/** The keys on the screen of a phone take half of it away: the line that is edited must not be left under them. */
function keepCaretInSight(field: HTMLTextAreaElement): () => void {
  const scroller = field.closest(`.${styles.plain}`)
  if (!scroller) return () => undefined
  const observer = new ResizeObserver(() => {
    if (document.activeElement !== field) return
    const { scrollTop, clientHeight } = scroller
    const { lineHeight, paddingTop } = getComputedStyle(field)
    const height = Number.parseFloat(lineHeight)
    const line = field.value.slice(0, field.selectionEnd).split('\n').length - 1
    const top = Number.parseFloat(paddingTop) + line * height
    if (top < scrollTop || top + height > scrollTop + clientHeight)
      scroller.scrollTo({ top: Math.max(0, top - clientHeight / 2) })
  })
  observer.observe(scroller)
  return () => observer.disconnect()
}

/** Tab indents by two; after Escape it leaves, as everywhere. */
function indentOnTab(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const field = event.currentTarget
  if (event.key === 'Escape') field.dataset['leaving'] = 'yes'
  else if (event.key === 'Tab' && !event.shiftKey && field.dataset['leaving'] !== 'yes') {
    event.preventDefault()
    field.setRangeText('  ', field.selectionStart, field.selectionEnd, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  } else if (event.key !== 'Shift') delete field.dataset['leaving']
}

function selectPlace(
  field: HTMLTextAreaElement,
  { line, column }: { readonly line: number; readonly column: number },
): void {
  const lines = field.value.split('\n').slice(0, line - 1)
  const start = lines.reduce((sum, text) => sum + text.length + 1, 0) + column - 1
  field.focus()
  field.setSelectionRange(start, start)
  const height = field.scrollHeight / Math.max(1, field.value.split('\n').length)
  field.closest(`.${styles.plain}`)?.scrollTo({ top: Math.max(0, (line - 4) * height) })
}
