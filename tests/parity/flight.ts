// Router data (React's Flight format) as lines that can be compared. Rows are numbered and ordered as they became
// ready, and name bundled files; what is compared is what they mean: the root value with every reference followed.
import { plainClassNames } from './class-names.ts'
import { readFlightRows, type FlightRows } from './flight-rows.ts'

/**
 * Keys of Next's own that name bundled files or the build; and where a layer shows its pages for 404, 403 and 401:
 * webpack's loader and Turbopack repeat them at different layers. The pages themselves are compared as documents.
 */
const UNCOMPARED_KEYS = new Set([
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
  // The overlay's list of the same pages.
  'segmentViewBoundaries',
  // Where an action is written, by bundled file (development).
  'location',
])

/** Keys by which the development overlay lists the files of a page; no router reads them. */
const OVERLAY_KEYS = new Set(['pagePath'])

export interface FlightLines {
  readonly data: readonly string[]
  /** What is there for the development overlay alone. */
  readonly overlay: readonly string[]
}

export function readFlight(body: string): FlightLines {
  const rows = readFlightRows(body)
  return new FlightReader(rows).read(rows.json.get('0'))
}

/**
 * With cacheComponents: where in this very text the shell (`a`) and the static part (`l`) end. It holds names of bundled
 * files. Whether they are counted is compared. In the answer to an action, which has no `S`, `a` is what it returned.
 */
function withoutByteCounts(root: unknown, rows: FlightRows): unknown {
  if (typeof root !== 'object' || root === null || !('S' in root)) return root
  const counts = ['a', 'l'].filter((key) => isNumber(Reflect.get(root, key), rows))
  return { ...root, ...Object.fromEntries(counts.map((key) => [key, '(bytes)'])) }
}

function isNumber(promise: unknown, rows: FlightRows): boolean {
  const id = /^\$@([0-9a-f]+)$/.exec(String(promise))?.[1] ?? ''
  return typeof rows.json.get(id) === 'number'
}

class FlightReader {
  readonly #rows: FlightRows
  readonly #data: string[] = []
  readonly #overlay: string[] = []
  #lines = this.#data

  constructor(rows: FlightRows) {
    this.#rows = rows
  }

  read(root: unknown): FlightLines {
    this.#describe(withoutByteCounts(root, this.#rows), '', new Set())
    return { data: this.#data, overlay: this.#overlay }
  }

  /** `open`: the references within which this value stands. */
  #describe(value: unknown, indent: string, open: ReadonlySet<string>): void {
    if (typeof value === 'string') return this.#describeText(value, indent, open)
    if (Array.isArray(value)) {
      if (value[0] === '$' && value.length >= 4) return this.#describeElement(value, indent, open)
      for (const item of inOrderOfSlots(value)) this.#describe(item, indent, open)
      return
    }
    if (typeof value === 'object' && value !== null)
      return this.#describeObject(value, indent, open)
    if (value !== null && value !== undefined) this.#lines.push(`${indent}${String(value)}`)
  }

  #describeObject(value: object, indent: string, open: ReadonlySet<string>): void {
    for (const [key, item] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (UNCOMPARED_KEYS.has(key) || item === null || item === '$undefined') continue
      if (OVERLAY_KEYS.has(key)) {
        const outer = this.#lines
        this.#lines = this.#overlay
        this.#describe(item, '', open)
        this.#lines = outer
      } else if (key === 'className' && typeof item === 'string') {
        this.#lines.push(`${indent}className: ${plainClassNames(item)}`)
      } else if (key === 'digest') {
        // A hash of the error's stack, which names bundled files; or Next's own word, which counts.
        this.#lines.push(`${indent}digest: ${/^\d+$/.test(String(item)) ? '(hash)' : String(item)}`)
      } else {
        this.#lines.push(`${indent}${key}:`)
        this.#describe(item, `${indent}  `, open)
      }
    }
  }

  /** `["$", type, key, props]`. Stylesheets and scripts are the bundler's. */
  #describeElement(element: readonly unknown[], indent: string, open: ReadonlySet<string>): void {
    const [, type, key, props] = element
    const isSheet = type === 'link' && /"(stylesheet|preload)"/.test(JSON.stringify(props))
    if (type === 'script' || isSheet) return
    const suffix = key === null ? '' : ` key=${String(key)}`
    this.#lines.push(`${indent}<${this.#nameOf(String(type))}${suffix}>`)
    this.#describe(props, `${indent}  `, open)
  }

  #nameOf(type: string): string {
    const reference = /^\$L?([0-9a-f]+)$/.exec(type)?.[1]
    if (reference === undefined) return type
    return this.#rows.modules.get(reference) ?? String(this.#rows.json.get(reference) ?? '?')
  }

  #describeText(text: string, indent: string, open: ReadonlySet<string>): void {
    const reference = /^\$[L@hQWFBKiS]?([0-9a-f]+)((?::[\w.]+)*)$/.exec(text)
    if (reference === null) {
      // The tree of the 404 page is named `/_not-found` by Turbopack and `_not-found` by webpack's loader.
      if (text !== '$undefined')
        this.#lines.push(`${indent}"${text === '_not-found' ? '/_not-found' : text}"`)
      return
    }
    const [, id = '', path = ''] = reference
    const module = this.#rows.modules.get(id)
    const long = this.#rows.texts.get(id)
    const stream = this.#rows.streams.get(id)
    if (module !== undefined) this.#lines.push(`${indent}<client ${module}>`)
    else if (long !== undefined) this.#lines.push(`${indent}"${long}"`)
    else if (stream !== undefined) this.#describeStream(stream, indent)
    // A value within itself would never end; that it is one is said by the first visit.
    else if (!open.has(text)) {
      const within = new Set([...open, text])
      this.#describe(follow(this.#rows.json.get(id), path), indent, within)
    }
  }

  /** The page as a later navigation may use it, in the same format; its first byte says whether it is all of it. */
  #describeStream(text: string, indent: string): void {
    this.#lines.push(`${indent}<stream ${text.charAt(0)}>`)
    for (const line of readFlight(text.slice(1)).data) this.#lines.push(`${indent}  ${line}`)
  }
}

/** Turbopack names the slots of a layout with `children` first, webpack's loader as it found their folders. */
function inOrderOfSlots(value: readonly unknown[]): readonly unknown[] {
  const isPair = (item: unknown) =>
    Array.isArray(item) && item.length === 2 && typeof item[0] === 'string'
  if (value.length < 2 || !value.every(isPair)) return value
  return [...value].sort((a, b) => (String(a) < String(b) ? -1 : 1))
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
