// React's Flight format, taken apart: `<hex id>:<tag><data>`, a row a line, but for texts and bytes, which say their
// length.

export interface FlightRows {
  readonly json: ReadonlyMap<string, unknown>
  /** Client modules by row: the name of the export. */
  readonly modules: ReadonlyMap<string, string>
  readonly texts: ReadonlyMap<string, string>
  /** Streams of bytes by row: Next puts a second Flight text into one. */
  readonly streams: ReadonlyMap<string, string>
}

interface Found {
  readonly json: Map<string, unknown>
  readonly modules: Map<string, string>
  readonly texts: Map<string, string>
  readonly streams: Map<string, string>
}

/** A text (`T`), or a piece of a stream of bytes (`o`). */
const COUNTED_HEAD = /^([0-9a-f]+):([To])([0-9a-f]+),/
const ROW_HEAD = /^([0-9a-f]*):/

export function readFlightRows(body: string): FlightRows {
  const found: Found = { json: new Map(), modules: new Map(), texts: new Map(), streams: new Map() }
  const bytes = Buffer.from(body)
  for (let at = 0; at < bytes.length;) {
    const start = bytes.subarray(at, at + 40).toString('latin1')
    const counted = COUNTED_HEAD.exec(start)
    if (counted !== null) {
      const [head, id = '', tag, length = '0'] = counted
      const from = at + head.length
      at = from + Number.parseInt(length, 16)
      const text = bytes.subarray(from, at).toString('utf8')
      if (tag === 'T') found.texts.set(id, text)
      else found.streams.set(id, (found.streams.get(id) ?? '') + text)
      continue
    }
    const newline = bytes.indexOf(10, at)
    const end = newline === -1 ? bytes.length : newline
    const head = ROW_HEAD.exec(start)
    if (head !== null) {
      readRow(found, head[1] ?? '', bytes.subarray(at + head[0].length, end).toString('utf8'))
    }
    at = end + 1
  }
  return found
}

function readRow({ json, modules }: Found, id: string, row: string): void {
  if (/^[[{"\d]|^(?:null|true|false)/.test(row)) json.set(id, JSON.parse(row))
  else if (row.startsWith('I')) {
    const imported: unknown = JSON.parse(row.slice(1))
    const name = Array.isArray(imported) ? String(imported[2]) : '?'
    // A name that comes twice is a row of its own; rows come before those that refer to them.
    modules.set(
      id,
      plainExport(name.startsWith('$') ? String(json.get(name.slice(1)) ?? '?') : name),
    )
  } else if (row.startsWith('E')) json.set(id, { error: readError(JSON.parse(row.slice(1))) })
  // Others are hints (H), timings and debug information (D, J, N, W …): none of them is rendered.
}

/** A module of one export is named `default`, `` or `*`, as the bundler likes. */
function plainExport(name: string): string {
  return name === '' || name === '*' ? 'default' : name
}

/** In development an error brings its stack and what rendered it, by bundled files. */
function readError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error
  const entries = Object.entries(error).filter(([key]) => key === 'message' || key === 'digest')
  return Object.fromEntries(entries)
}
