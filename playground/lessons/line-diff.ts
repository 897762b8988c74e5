// Two texts line by line: what goes, what comes, what stays. Longest common subsequence; a file of a lesson is short.

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

export function diffLines(before: string, after: string): readonly DiffLine[] {
  const left = before.split('\n')
  const right = after.split('\n')
  const lengths = sharedLengths(left, right)
  const lines: DiffLine[] = []
  let row = 0
  let column = 0
  while (row < left.length || column < right.length) {
    const [gone, come] = [left[row], right[column]]
    if (gone !== undefined && gone === come) {
      lines.push({ kind: 'same', text: gone })
      row += 1
      column += 1
    } else if (
      gone !== undefined &&
      (come === undefined || at(lengths, row + 1, column) >= at(lengths, row, column + 1))
    ) {
      lines.push({ kind: 'removed', text: gone })
      row += 1
    } else if (come !== undefined) {
      lines.push({ kind: 'added', text: come })
      column += 1
    }
  }
  return lines
}

function sharedLengths(left: readonly string[], right: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1))
  for (let row = left.length - 1; row >= 0; row -= 1) {
    const own = lengths[row]
    if (!own) continue
    for (let column = right.length - 1; column >= 0; column -= 1) {
      own[column] =
        left[row] === right[column]
          ? at(lengths, row + 1, column + 1) + 1
          : Math.max(at(lengths, row + 1, column), at(lengths, row, column + 1))
    }
  }
  return lengths
}

function at(lengths: readonly Uint16Array[], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0
}
