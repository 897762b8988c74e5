// Router data (React's Flight format) as lines that can be compared. Rows are numbered and ordered as they became
// ready, and name bundled files; what is compared is what they mean: the root value with every reference followed.
import { plainClassNames } from './class-names.ts'

interface Rows {
  readonly json: ReadonlyMap<string, unknown>
  /** Client modules by row: the name of the export. */
  readonly modules: ReadonlyMap<string, string>
  readonly texts: ReadonlyMap<string, string>
}

export function readFlight(body: string): readonly string[] {
  const rows = readRows(body)
  const lines: string[] = []
  describe(rows, rows.json.get('0'), '', lines, new Set())
  return lines
}

function readRows(body: string): Rows {
  const json = new Map<string, unknown>()
  const modules = new Map<string, string>()
  const texts = new Map<string, string>()
  const bytes = Buffer.from(body)
  for (let at = 0; at < bytes.length;) {
    const head = /^([0-9a-f]*):(?:T([0-9a-f]+),)?/.exec(
      bytes.subarray(at, at + 40).toString('latin1'),
    )
    if (head === null) break
    const [whole, id = '', textLength] = head
    if (textLength !== undefined) {
      const start = at + whole.length
      const end = start + Number.parseInt(textLength, 16)
      texts.set(id, bytes.subarray(start, end).toString('utf8'))
      at = end
      continue
    }
    const newline = bytes.indexOf(10, at)
    const end = newline === -1 ? bytes.length : newline
    readRow(id, bytes.subarray(at + whole.length, end).toString('utf8'), json, modules)
    at = end + 1
  }
  return { json, modules, texts }
}

function readRow(
  id: string,
  row: string,
  json: Map<string, unknown>,
  modules: Map<string, string>,
): void {
  if (/^[[{"\d]|^(?:null|true|false)/.test(row)) json.set(id, JSON.parse(row))
  else if (row.startsWith('I')) {
    const imported: unknown = JSON.parse(row.slice(1))
    const name = Array.isArray(imported) ? String(imported[2]) : '?'
    // A name that comes twice is a row of its own; rows come before those that refer to them.
    modules.set(
      id,
      plainExport(name.startsWith('$') ? String(json.get(name.slice(1)) ?? '?') : name),
    )
  } else if (row.startsWith('E')) json.set(id, { error: JSON.parse(row.slice(1)) })
  // Others are hints (H), timings and debug information (D, J, N, W …): none of them is rendered.
}

/** A module of one export is named `default`, `` or `*`, as the bundler likes. */
function plainExport(name: string): string {
  return name === '' || name === '*' ? 'default' : name
}

/**
 * Keys of Next's own that name bundled files or the build; and where a layer shows its pages for 404, 403 and 401: webpack's
 * loader and Turbopack repeat them at different layers. The pages themselves are compared as documents.
 */
const BUNDLER_KEYS = new Set([
  'b',
  'styles',
  'loadingStyles',
  'errorStyles',
  'errorScripts',
  'templateStyles',
  'templateScripts',
  'notFound',
  'forbidden',
  'unauthorized',
])

function describe(
  rows: Rows,
  value: unknown,
  indent: string,
  lines: string[],
  open: Set<string>,
): void {
  if (typeof value === 'string') return describeText(rows, value, indent, lines, open)
  if (Array.isArray(value)) {
    if (value[0] === '$' && value.length >= 4)
      return describeElement(rows, value, indent, lines, open)
    for (const item of value) describe(rows, item, indent, lines, open)
    return
  }
  if (typeof value === 'object' && value !== null)
    return describeObject(rows, value, indent, lines, open)
  if (value !== null && value !== undefined) lines.push(`${indent}${String(value)}`)
}

function describeObject(
  rows: Rows,
  value: object,
  indent: string,
  lines: string[],
  open: Set<string>,
): void {
  for (const [key, item] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (BUNDLER_KEYS.has(key) || item === null || item === '$undefined') continue
    if (key === 'className' && typeof item === 'string') {
      lines.push(`${indent}className: ${plainClassNames(item)}`)
      continue
    }
    lines.push(`${indent}${key}:`)
    // A hash of the error's stack, which names bundled files.
    if (key === 'digest') {
      lines.push(`${indent}  ${/^"?\d+/.test(String(item)) ? '<digest>' : String(item)}`)
      continue
    }
    describe(rows, item, `${indent}  `, lines, open)
  }
}

/** `["$", type, key, props]`. Stylesheets and scripts are the bundler's. */
function describeElement(
  rows: Rows,
  element: readonly unknown[],
  indent: string,
  lines: string[],
  open: Set<string>,
): void {
  const [, type, key, props] = element
  if (
    type === 'script' ||
    (type === 'link' && /"(stylesheet|preload)"/.test(JSON.stringify(props)))
  )
    return
  lines.push(`${indent}<${nameOf(rows, String(type))}${key === null ? '' : ` key=${String(key)}`}>`)
  describe(rows, props, `${indent}  `, lines, open)
}

function nameOf(rows: Rows, type: string): string {
  const reference = /^\$L?([0-9a-f]+)$/.exec(type)?.[1]
  if (reference === undefined) return type
  return rows.modules.get(reference) ?? String(rows.json.get(reference) ?? '?')
}

function describeText(
  rows: Rows,
  text: string,
  indent: string,
  lines: string[],
  open: Set<string>,
): void {
  const reference = /^\$([L@hQWFBKiS]?)([0-9a-f]+)((?::[\w.]+)*)$/.exec(text)
  if (reference === null) {
    if (text !== '$undefined') lines.push(`${indent}"${text}"`)
    return
  }
  const [, , id = '', path = ''] = reference
  const module = rows.modules.get(id)
  if (module !== undefined) return void lines.push(`${indent}<client ${module}>`)
  const long = rows.texts.get(id)
  if (long !== undefined) return void lines.push(`${indent}"${long}"`)
  // A value within itself would never end; that it is one is said by the first visit.
  if (open.has(text)) return
  describe(rows, follow(rows.json.get(id), path), indent, lines, new Set([...open, text]))
}

function follow(value: unknown, path: string): unknown {
  return path
    .split(':')
    .filter((name) => name !== '')
    .reduce<unknown>((from, name) => readKey(from, name), value)
}

/** Elements are arrays to us and objects to React, which names their parts. */
function readKey(from: unknown, name: string): unknown {
  if (Array.isArray(from)) return name === 'props' ? from[3] : from[Number(name)]
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined
}
