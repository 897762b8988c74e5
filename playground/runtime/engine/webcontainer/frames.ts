// What the page and the relay (container/relay.cjs) say to each other: one JSON object a line, over the relay's stdin and
// stdout. A terminal lies between, so lines are marked: an echo, a prompt or a warning of Node's is none of ours.
import type { HeaderPairs } from '../../wire/headers.ts'

/** One HTTP request, asked by either side; ids of the page begin with `p`, the relay's with `r`. */
export type RequestFrame =
  | {
      readonly type: 'ask'
      readonly id: string
      /** Which host the app asked; absent from the page, which only asks `next dev`. */
      readonly port?: number
      readonly method: string
      readonly path: string
      readonly headers: HeaderPairs
      readonly hasBody: boolean
    }
  | { readonly type: 'up' | 'down'; readonly id: string; readonly bytes: string }
  | { readonly type: 'up-end' | 'down-end' | 'abort'; readonly id: string }
  | {
      readonly type: 'head'
      readonly id: string
      readonly status: number
      readonly statusText: string
      readonly headers: HeaderPairs
    }
  | { readonly type: 'failed'; readonly id: string; readonly message: string }

/** A WebSocket of the preview to `next dev`. */
export type SocketFrame =
  | { readonly type: 'socket'; readonly id: string; readonly path: string }
  | { readonly type: 'say'; readonly id: string; readonly text: string }
  | { readonly type: 'said'; readonly id: string; readonly text?: string; readonly bytes?: string }
  | { readonly type: 'socket-end'; readonly id: string }

export type Frame = RequestFrame | SocketFrame | { readonly type: 'ready'; readonly id: string }

const FROM_RELAY = '@page '
const TO_RELAY = '@relay '

export function formatFrame(frame: Frame): string {
  return `${TO_RELAY}${JSON.stringify(frame)}\n`
}

/** A terminal's echo of what was written to it. It comes between any two pieces of output, in the middle of a line too. */
const ECHO = /@relay [^\n]*\n/g

/** Cuts a terminal's output into frames, and what else is in it. */
export function createFrameReader(
  onFrame: (frame: Frame) => void,
  onText: (line: string) => void,
): (text: string) => void {
  let rest = ''
  return (text) => {
    const lines = (rest + text).replace(ECHO, '').split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const clean = line.replace(/\r$/, '')
      const frame = clean.startsWith(FROM_RELAY) ? parseFrame(clean) : null
      if (frame) onFrame(frame)
      else onText(clean)
    }
  }
}

/** Null for one that something else was printed into: its request runs into its deadline, and the next frames are good. */
function parseFrame(line: string): Frame | null {
  try {
    return JSON.parse(line.slice(FROM_RELAY.length))
  } catch {
    return null // The caller shows the line.
  }
}
