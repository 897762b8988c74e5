// The code of a beat: large, with only its lines bright. A click or Enter puts the editor in its place; Esc takes it away.
import { lazy, Suspense, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { joinClasses } from '../../controls/join-classes.ts'
import { useStatus, useWorkspace } from '../../store/session-context.tsx'
import { presentCopy } from '../present-copy.ts'
import { useBeat, useStage } from '../stage-context.tsx'
import { useCodeLines, type CodeLines } from './use-code-lines.ts'
import styles from './stage.module.css'

const StageEditor = lazy(async () => ({
  default: (await import('./StageEditor.tsx')).StageEditor,
}))

export type LineRange = readonly [number, number]

/** Keyed by the beat: another beat has other lines, and nobody types in it yet. */
export function StageCode({ size }: { readonly size: number }) {
  const run = useStage()
  const { file, lines } = useBeat()
  const text = textOf(useWorkspace(({ files }) => files[file]))
  const [typingAt, setTypingAt] = useState<number | null>(null)
  const [moved, setMoved] = useState<readonly LineRange[]>(lines)
  const errors = useStatus('errors')
  // After R the lines are where they were.
  const bright = text === textOf(run.starter().files[file]) ? lines : moved
  const [error] = errors
  const leave = (ranges: readonly LineRange[]) => {
    setMoved(ranges)
    setTypingAt(null)
  }
  return (
    <section className={styles.code} aria-label={presentCopy.codePane}>
      <p className={styles.paneHead}>
        <code>{file}</code>
        <span className={styles.hint}>
          {typingAt === null ? presentCopy.type : presentCopy.typing}
        </span>
      </p>
      {typingAt === null ? (
        <StillCode path={file} text={text} bright={bright} onType={setTypingAt} />
      ) : (
        <Suspense fallback={<StillCode path={file} text={text} bright={bright} />}>
          <StageEditor path={file} size={size} line={typingAt} bright={bright} onLeave={leave} />
        </Suspense>
      )}
      {error && (
        <p className={styles.error} role="status">
          {error.message}
          {error.place && ` · ${error.place.file}:${error.place.line}`}
        </p>
      )}
    </section>
  )
}

interface StillCodeProps {
  readonly path: string
  readonly text: string
  readonly bright: readonly LineRange[]
  readonly onType?: (line: number) => void
}

function StillCode({ path, text, bright, onType }: StillCodeProps) {
  const lines = useCodeLines(path, text)
  const first = mainLine(bright)
  const onClick = (event: MouseEvent) => {
    const line = event.target instanceof Element && event.target.closest('[data-line]')
    onType?.(line ? Number(line.getAttribute('data-line')) : first)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onType?.(first)
  }
  const show = (element: HTMLElement | null) => {
    // The bright part in view, with what leads to it: instant, nothing slides.
    element
      ?.querySelector('[data-first]')
      ?.scrollIntoView({ block: bright.length > 0 ? 'center' : 'start', behavior: 'instant' })
  }
  return (
    // The keys are handled here; Enter does what a click does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      key={`${path} ${first}`}
      ref={show}
      className={styles.still}
      tabIndex={0}
      role="region"
      aria-label={presentCopy.code(path, describe(bright))}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <Lines lines={lines} bright={bright} first={first} />
    </div>
  )
}

interface LinesProps {
  readonly lines: CodeLines
  readonly bright: readonly LineRange[]
  readonly first: number
}

function Lines({ lines, bright, first }: LinesProps) {
  const isBright = (line: number) =>
    bright.length === 0 || bright.some(([from, to]) => line >= from && line <= to)
  return lines.map((parts, index) => (
    <div
      key={index}
      data-line={index + 1}
      data-first={index + 1 === first || undefined}
      className={joinClasses(styles.line, isBright(index + 1) && styles.bright)}
      data-bright={isBright(index + 1) || undefined}
    >
      <code>
        {parts.map(({ text, colour }, at) => (
          <span key={at} style={isBright(index + 1) ? { color: colour } : undefined}>
            {text}
          </span>
        ))}
        {'\n'}
      </code>
    </div>
  ))
}

/** Where the longest bright part begins, of equals the last: an import that changed as well comes before it. */
function mainLine(bright: readonly LineRange[]): number {
  const lengthOf = ([from, to]: LineRange) => to - from
  return bright.reduce<LineRange>(
    (main, range) => (lengthOf(range) >= lengthOf(main) ? range : main),
    [1, 1],
  )[0]
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : ''
}

function describe(lines: readonly LineRange[]): string {
  return lines
    .map(([from, to]) => (from === to ? presentCopy.line(from) : presentCopy.lines(from, to)))
    .join(', ')
}
