// What a red check says: expected, got, and where to look. Thrown by the tools, shown by the page.
import type { ExchangeId } from '../../runtime/wire/hop.ts'
import type { CodePlace } from '../../runtime/wire/learner-error.ts'

export type Where =
  | { readonly type: 'exchange'; readonly id: ExchangeId; readonly text: string }
  | { readonly type: 'page'; readonly path: string }
  | { readonly type: 'code'; readonly place: CodePlace }
  | { readonly type: 'dock'; readonly tab: 'data' | 'jar' | 'console' }

export interface Mismatch {
  readonly expected: string
  readonly got: string
  readonly where: Where | null
}

export class MismatchError extends Error {
  readonly mismatch: Mismatch
  constructor(mismatch: Mismatch) {
    super(`expected ${mismatch.expected}, got ${mismatch.got}`)
    this.name = 'MismatchError'
    this.mismatch = mismatch
  }
}

const LONGEST = 240

/** One line of it, as people read it. */
export function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length <= LONGEST ? flat : `${flat.slice(0, LONGEST)} …`
}

export function show(value: unknown): string {
  if (value === '') return 'nothing'
  return typeof value === 'string'
    ? `“${shorten(value)}”`
    : shorten(JSON.stringify(value) ?? 'nothing')
}
