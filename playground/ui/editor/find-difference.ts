// Where two texts begin and cease to differ: what an editor has to change, and no more.

export interface Difference {
  /** So many UTF-16 units at the start are the same. */
  readonly start: number
  /** So many at the end, none of them among those at the start. */
  readonly end: number
}

/** Neither a character of two units nor a line break of two is ever cut in half. */
export function findDifference(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  if (isInside(before, start) || isInside(after, start)) start -= 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  if (isInside(before, before.length - end) || isInside(after, after.length - end)) end -= 1
  return { start, end }
}

/** Of a surrogate pair (Unicode 17, section 3.9), or of CR LF. */
function isInside(text: string, at: number): boolean {
  return /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)/.test(text.slice(at - 1, at + 1)) && at > 0
}
