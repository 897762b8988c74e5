// Puts our script before everything else in an HTML document on its way to the preview. Runs anywhere. It reads
// only as far as the end of `<head>` (or the place where a parser would open one) and then lets bytes pass.

/** Bytes in which the head must begin; a longer preamble gets the script in front of what follows it. */
const PREAMBLE_LIMIT = 64 * 1024

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const LESS_THAN = 0x3c
const GREATER_THAN = 0x3e

/** `documentCookie` is what `document.cookie` reads there; `nonce` is the page's own CSP nonce, if any. */
export function guestTag(documentCookie: string, nonce: string | null): string {
  const allow = nonce === null ? '' : ` nonce="${nonce}"`
  // encodeURIComponent leaves nothing that could end the attribute but the single quote.
  const cookies = encodeURIComponent(documentCookie)
  return `<script src="/__host__/guest.js"${allow} data-cookies="${cookies}"></script>`
}

/** The nonce that a Content-Security-Policy allows scripts by, or null. */
export function findNonce(policy: string | null): string | null {
  const scripts = (policy ?? '')
    .split(';')
    .map((directive) => directive.trim())
    .find((directive) => /^script-src(-elem)?\s/.test(directive))
  return /'nonce-([A-Za-z0-9+/_=-]+)'/.exec(scripts ?? '')?.[1] ?? null
}

export function injectGuest(
  body: ReadableStream<Uint8Array>,
  tag: string,
): ReadableStream<Uint8Array> {
  const inserted = new TextEncoder().encode(tag)
  let held: Uint8Array | null = new Uint8Array()
  const insert = (bytes: Uint8Array, at: number) =>
    join(bytes.subarray(0, at), inserted, bytes.subarray(at))
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        if (held === null) return controller.enqueue(chunk)
        held = join(held, chunk)
        const place = findPlace(held)
        const at = place ?? (held.byteLength > PREAMBLE_LIMIT ? 0 : null)
        if (at === null) return
        controller.enqueue(insert(held, at))
        held = null
      },
      flush(controller) {
        if (held === null) return
        // Blanks stand for what did not come, so that a very short document decides too.
        const place = findPlace(join(held, new Uint8Array(6).fill(0x20)))
        controller.enqueue(insert(held, Math.min(place ?? held.byteLength, held.byteLength)))
      },
    }),
  )
}

/** Where the script goes, or null while the bytes do not tell yet. */
function findPlace(bytes: Uint8Array): number | null {
  const marked = BYTE_ORDER_MARK.findIndex((byte, index) => bytes[index] !== byte)
  if (marked > 0 && marked === bytes.byteLength) return null
  let at = marked === -1 ? BYTE_ORDER_MARK.length : 0
  for (;;) {
    while (isSpace(bytes[at])) at += 1
    if (at >= bytes.byteLength) return null
    if (bytes[at] !== LESS_THAN) return at
    const token = readToken(bytes, at)
    if (token === null) return null
    if (token.kind === 'head') return token.end
    if (token.kind === 'other') return at
    at = token.end
  }
}

interface Token {
  /** `before`: a comment, a doctype or `<html>`, all of which come before the head. */
  readonly kind: 'before' | 'head' | 'other'
  readonly end: number
}

function readToken(bytes: Uint8Array, start: number): Token | null {
  // The longest beginning that decides is `<html` or `<head` and one character more.
  const beginning = ascii(bytes, start, start + 6)
  if (beginning.startsWith('<!--')) {
    const end = indexOfText(bytes, '-->', start + 4)
    return end < 0 ? null : { kind: 'before', end: end + 3 }
  }
  if (beginning.length < 6) return null
  if (beginning.startsWith('<!') || beginning.startsWith('<?')) {
    const end = bytes.indexOf(GREATER_THAN, start)
    return end < 0 ? null : { kind: 'before', end: end + 1 }
  }
  const name = /^<(html|head)[\s/>]$/i.exec(beginning)?.[1]?.toLowerCase()
  if (name === undefined) return { kind: 'other', end: start }
  const end = endOfTag(bytes, start + 5)
  if (end === null) return null
  return { kind: name === 'head' ? 'head' : 'before', end }
}

/** A `>` inside a quoted attribute value does not end a tag. */
function endOfTag(bytes: Uint8Array, start: number): number | null {
  let quote = 0
  for (let at = start; at < bytes.byteLength; at += 1) {
    const byte = bytes[at] ?? 0
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === 0x22 || byte === 0x27) quote = byte
    else if (byte === GREATER_THAN) return at + 1
  }
  return null
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d)
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end))
}

function indexOfText(bytes: Uint8Array, text: string, from: number): number {
  for (let at = from; at + text.length <= bytes.byteLength; at += 1) {
    if (ascii(bytes, at, at + text.length) === text) return at
  }
  return -1
}

function join(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.byteLength
  }
  return whole
}
