// What all three ends printed, each line with its mark. It keeps to the end while the reader is at the end.
import { Trash2 } from 'lucide-react'
import * as ToggleGroup from 'radix-ui/toggle-group'
import { useEffect, useMemo, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { ConsoleSource } from '../../runtime/wire/console-line.ts'
import type { NumberedLine } from '../../session/session.ts'
import { copy } from '../copy.ts'
import { IconButton } from '../controls/Button.tsx'
import controls from '../controls/controls.module.css'
import { joinClasses } from '../controls/join-classes.ts'
import { useReadable, useSession } from '../store/session-context.tsx'
import { ConsoleLineView } from './ConsoleLineView.tsx'
import styles from './console.module.css'

type SourceFilter = ConsoleSource | 'all'

const SOURCES = ['all', 'browser', 'next', 'python'] as const satisfies readonly SourceFilter[]
const VIRTUAL_FROM = 200
/** Nearer to the end than this counts as at the end. */
const END_PX = 24

export function ConsolePane() {
  const session = useSession()
  const lines = useReadable(session.console)
  const [source, setSource] = useState<SourceFilter>('all')
  const [text, setText] = useState('')
  const shown = useMemo(() => filterLines(lines, source, text), [lines, source, text])
  const chooseSource = (value: string) => setSource(SOURCES.find((name) => name === value) ?? 'all')
  return (
    <div className={styles.pane}>
      <div className={styles.filters}>
        <ToggleGroup.Root
          type="single"
          className={styles.sources}
          value={source}
          onValueChange={chooseSource}
          aria-label={copy.console.sourceLabel}
        >
          {SOURCES.map((name) => (
            <ToggleGroup.Item key={name} value={name} className={styles.source}>
              {name === 'all' ? copy.console.all : copy.console.sources[name]}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
        <input
          type="search"
          className={joinClasses(controls.field, styles.search)}
          aria-label={copy.console.filter}
          placeholder={copy.console.filter}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <IconButton
          small
          label={copy.console.clear}
          icon={<Trash2 aria-hidden />}
          onClick={session.clearConsole}
        />
      </div>
      {shown.length === 0 && (
        <p className={styles.empty}>
          {lines.length === 0 ? copy.console.empty : copy.console.hidden}
        </p>
      )}
      <Lines lines={shown} />
    </div>
  )
}

function filterLines(
  lines: readonly NumberedLine[],
  source: SourceFilter,
  text: string,
): readonly NumberedLine[] {
  const wanted = text.trim().toLowerCase()
  if (source === 'all' && wanted === '') return lines
  return lines.filter(
    (line) =>
      (source === 'all' || line.source === source) && line.text.toLowerCase().includes(wanted),
  )
}

function Lines({ lines }: { readonly lines: readonly NumberedLine[] }) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useRef<VListHandle>(null)
  const atEnd = useRef(true)
  useEffect(() => {
    if (!atEnd.current) return
    virtual.current?.scrollToIndex(lines.length - 1, { align: 'end' })
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  }, [lines])
  const views = lines.map((line) => <ConsoleLineView key={line.id} line={line} />)
  // Not announced line by line (aria-live off): errors are said by the page's own live region.
  return (
    <div role="log" aria-live="off" aria-label={copy.console.label} className={styles.log}>
      {lines.length > VIRTUAL_FROM ? (
        <VList
          ref={virtual}
          onScroll={(offset) => {
            const list = virtual.current
            if (list) atEnd.current = list.scrollSize - offset - list.viewportSize < END_PX
          }}
        >
          {views}
        </VList>
      ) : (
        <div
          ref={scroller}
          className={styles.scroller}
          tabIndex={0}
          onScroll={({ currentTarget: list }) => {
            atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < END_PX
          }}
        >
          {views}
        </div>
      )}
    </div>
  )
}
