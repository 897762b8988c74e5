// Two texts, one below the other, line by line. Marks and words, not colour alone; equal stretches are folded.
import { diffLines, type DiffLine } from '../../lessons/line-diff.ts'
import { copy } from '../copy.ts'
import tokens from '../tokens.module.css'
import styles from './difference.module.css'

/** Equal lines that stay visible on either side of a change. */
const AROUND = 3

interface DifferenceProps {
  readonly before: string
  readonly after: string
  readonly label: string
}

export function Difference({ before, after, label }: DifferenceProps) {
  const parts = foldSame(diffLines(before, after))
  return (
    <div className={styles.difference} role="region" tabIndex={0} aria-label={label}>
      {parts.map((part, index) =>
        'folded' in part ? (
          <p key={index} className={styles.folded}>
            {copy.difference.unchanged(part.folded)}
          </p>
        ) : (
          <Line key={index} {...part} />
        ),
      )}
    </div>
  )
}

const MARKS = { same: ' ', removed: '−', added: '+' } as const

function Line({ kind, text }: DiffLine) {
  return (
    <pre className={styles.line} data-kind={kind}>
      <span aria-hidden>{MARKS[kind]} </span>
      {kind !== 'same' && (
        <span className={tokens.visuallyHidden}>
          {kind === 'added' ? copy.difference.added : copy.difference.removed}{' '}
        </span>
      )}
      {text}
    </pre>
  )
}

type Part = DiffLine | { readonly folded: number }

function foldSame(lines: readonly DiffLine[]): readonly Part[] {
  const isNear = lines.map((_, index) =>
    lines
      .slice(Math.max(0, index - AROUND), index + AROUND + 1)
      .some(({ kind }) => kind !== 'same'),
  )
  const parts: Part[] = []
  let folded = 0
  const flush = () => {
    if (folded > 0) parts.push({ folded })
    folded = 0
  }
  for (const [index, line] of lines.entries()) {
    if (isNear[index]) {
      flush()
      parts.push(line)
    } else folded += 1
  }
  flush()
  return parts
}
