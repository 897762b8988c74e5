// Files of `public/` and below `/_next/static/`, as `send` serves them in Next: type, entity tag, date, ranges, conditional
// requests.
import type { FileContent } from '../../wire/files.ts'
import { getHeader, type HeaderPair } from '../../wire/headers.ts'
import type { WireRequest, WireResponse } from '../../wire/request-port.ts'
import { contentHash } from '../compiler/content-hash.ts'
import { contentTypeOf } from './content-type.ts'
import { bytesAnswer } from './wire-answers.ts'

/** Files here have no dates; this one is when the app was started. */
const startedAt = new Date().toUTCString()

export function answerFile(
  path: string,
  content: FileContent,
  request: WireRequest,
  cacheControl = 'public, max-age=0',
): WireResponse {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const tag = `W/"${bytes.byteLength.toString(16)}-${contentHash(content)}"`
  const headers: HeaderPair[] = [
    ['accept-ranges', 'bytes'],
    ['cache-control', cacheControl],
    ['last-modified', startedAt],
    ['etag', tag],
  ]
  if (isKnown(request, tag)) return { status: 304, statusText: '', headers, body: null }
  const type = contentTypeOf(path)
  const range = readRange(getHeader(request.headers, 'range'), bytes.byteLength)
  if (range === null) return bytesAnswer(200, type, bytes, headers)
  if (range === 'unsatisfiable')
    return bytesAnswer(416, type, new Uint8Array(), [
      ['content-range', `bytes */${bytes.byteLength}`],
    ])
  const part = bytes.subarray(range.from, range.to + 1)
  const place = `bytes ${range.from}-${range.to}/${bytes.byteLength}`
  return bytesAnswer(206, type, part, [...headers, ['content-range', place]])
}

function isKnown({ headers }: WireRequest, tag: string): boolean {
  const known = getHeader(headers, 'if-none-match')
  if (known === null || getHeader(headers, 'cache-control') === 'no-cache') return false
  return known === '*' || known.split(/\s*,\s*/).includes(tag)
}

type Range = { readonly from: number; readonly to: number } | 'unsatisfiable' | null

/** One range only, as `send` does; several are answered whole. */
function readRange(header: string | null, size: number): Range {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [first, last] = [match[1] ?? '', match[2] ?? '']
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to || from >= size ? 'unsatisfiable' : { from, to }
}
