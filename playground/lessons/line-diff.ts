// Two texts line by line: what goes, what comes, what stays.
import { diffArrays } from 'diff'

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

export function diffLines(before: string, after: string): readonly DiffLine[] {
  return diffArrays(before.split('\n'), after.split('\n')).flatMap(({ added, removed, value }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return value.map((text) => ({ kind, text }) as const)
  })
}
