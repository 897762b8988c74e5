// The shape of a recorded exchange: what `tools/record-exchange` writes and the landing page draws.
// A trace holds hops; a drawing needs each hop's two crossings, in the order of time.

export const PLACES = ['browser', 'next', 'fastapi', 'sql'] as const

export type RecordedPlace = (typeof PLACES)[number]

export interface Crossing {
  readonly from: RecordedPlace
  readonly to: RecordedPlace
  /** Milliseconds since the exchange began. */
  readonly at: number
  /** `POST /users`, `201 Created`, `INSERT INTO user`: short, as it stands on the wire. */
  readonly label: string
  /** What a person says about it: one sentence. */
  readonly sentence: string
  /** Lines of the message itself, shortened where it is long. */
  readonly message: readonly string[]
}

export interface Recording {
  readonly title: string
  /** `2026-11-24`. */
  readonly recordedOn: string
  /** Versions and browser, one line. */
  readonly where: string
  readonly crossings: readonly Crossing[]
}

export const PLACE_NAMES: Readonly<Record<RecordedPlace, string>> = {
  browser: 'Browser',
  next: 'Next.js',
  fastapi: 'FastAPI',
  sql: 'SQLite',
}

export function columnOf(place: RecordedPlace): number {
  return PLACES.indexOf(place)
}

/** A crossing to the left is an answer: the drawing dashes it. */
export function isAnswer({ from, to }: Crossing): boolean {
  return columnOf(to) < columnOf(from)
}

/** The end that speaks: it gives the crossing its colour. */
export function endOf({ from }: Crossing): 'front' | 'back' {
  return columnOf(from) < 2 ? 'front' : 'back'
}
