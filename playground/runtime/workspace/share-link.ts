// Work as text for an address: a draft, deflated. Runs anywhere. What comes in is a stranger's: it is cut off when it
// unpacks to too much, parsed, and refused when one of its paths is.
import { deflateSync, Inflate, strToU8 } from 'fflate'
import { fromBase64Url, toBase64Url } from '../wire/base64.ts'
import { formatDraft, parseDraft, type Draft } from './draft.ts'
import { refusePath } from './path.ts'

/** Bytes of an unpacked link; the largest of our examples has a fifth of it. */
const LARGEST = 2 * 1024 * 1024

export function formatShare(draft: Draft): string {
  return toBase64Url(deflateSync(strToU8(formatDraft(draft)), { level: 9 }))
}

/** null when it is no work of ours. */
export function parseShare(text: string): Draft | null {
  try {
    const draft = parseDraft(unpack(fromBase64Url(text)))
    if (!draft) return null
    const paths = [
      ...Object.keys(draft.edits),
      ...('files' in draft.from ? Object.keys(draft.from.files) : []),
    ]
    return paths.some((path) => refusePath(path) !== null) ? null : draft
  } catch {
    return null // Cut off on its way, or never one.
  }
}

function unpack(bytes: Uint8Array): string {
  const parts: string[] = []
  let size = 0
  const decoder = new TextDecoder()
  const inflate = new Inflate((part) => {
    size += part.byteLength
    if (size > LARGEST) throw new RangeError('Too much for a link.')
    parts.push(decoder.decode(part, { stream: true }))
  })
  // In pieces, so that a small bomb is stopped before it has unfolded.
  const PIECE = 1024
  for (let at = 0; at < bytes.byteLength; at += PIECE)
    inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.byteLength)
  return parts.join('') + decoder.decode()
}
