// Every rule by which two answers are made comparable, each with its reason. What is not named here is compared as it
// is. A rule removes what no app decides; what an app decides, and the playground does otherwise, is a row in
// content/docs/what-is-real.mdx instead.
import { isDeepStrictEqual } from 'node:util'
import type { HeaderPairs } from '../../playground/runtime/wire/headers.ts'
import type { Answer } from './exchange.ts'
import { readFlight } from './flight.ts'
import { toMarkupLines } from './markup.ts'
import { toSheetLines } from './stylesheet.ts'

/** Headers that are not compared, with the reason. */
const UNCOMPARED: Readonly<Record<string, string>> = {
  date: 'the clock',
  connection:
    'hop by hop (RFC 9110, 7.6.1): belongs to the socket, which the playground does not have',
  'keep-alive': 'hop by hop',
  'transfer-encoding': 'hop by hop',
}

interface TextRule {
  readonly reason: string
  readonly pattern: RegExp
  readonly replacement: string
}

const TEXT_RULES: readonly TextRule[] = [
  {
    reason: 'a time with fractions of a second is the moment of a request; seeded times have none',
    pattern: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/g,
    replacement: '(now)',
  },
  {
    reason: 'ids of rows are drawn at random, on each side',
    pattern: /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    replacement: '(uuid)',
  },
  {
    reason:
      'a token holds such an id and the clock, and is signed; the one that lesson 9 forges is not',
    pattern: /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g,
    replacement: '(token)',
  },
  {
    reason: 'a page of lesson 8 says how long it waited',
    pattern: /(was answered after (?:<!-- -->|"\s+"))\d+\.\d\b/g,
    replacement: '$1(seconds)',
  },
  {
    reason: 'a check makes up an address of its own each time it runs',
    pattern: /\b([a-z]+)\.[0-9a-f]{8}@example\.com/g,
    replacement: '$1.(random)@example.com',
  },
  {
    reason: 'the rest of a minute in which nobody may try again',
    pattern: /(Please wait )[1-9]\d?( seconds?)/g,
    replacement: '$1(rest)$2',
  },
  {
    reason: 'ids of actions are hashes that the bundler makes with its own salt',
    pattern: /(?<![0-9a-f])[0-9a-f]{42}(?![0-9a-f])/g,
    replacement: '(action)',
  },
  {
    reason: 'the key of a form’s state is a hash of component names, which a real build shortens',
    pattern: /(name="\$ACTION_KEY"[^>]* value=")k[0-9a-f]{32}"/g,
    replacement: '$1(key)"',
  },
  {
    reason:
      'React numbers the forms as it renders them, also in attempts that it gives up to wait for data',
    pattern: /\$ACTION_(REF_)?\d+/g,
    replacement: '$$ACTION_$1(n)',
  },
  {
    reason: 'the query of an icon is its content hash in the words of the bundler',
    pattern: /(\/(?:apple-icon|icon|favicon|opengraph-image)(?:\.\w+)?)\?[\w.-]+/g,
    replacement: '$1?(hash)',
  },
  {
    reason: 'Next makes a random id for each request and keys the head of the page by it',
    pattern: /key=[\w-]{21}[a-z]>/g,
    replacement: 'key=(request)>',
  },
  {
    reason: 'in development an error brings its stack into the page, by the paths of bundled files',
    pattern: /((?:data-next-error-stack|data-c?stck)=")[^"]*"/g,
    replacement: '$1(stack)"',
  },
  {
    reason: 'values that an action closes over are encrypted, with a random start each time',
    pattern: /(?<=")[A-Za-z0-9+/]{86,}={0,2}(?=")|(?<=&quot;)[A-Za-z0-9+/]{86,}={0,2}(?=&quot;)/g,
    replacement: '(encrypted)',
  },
  {
    reason: 'the id of draft mode is drawn for each build',
    pattern: /(__prerender_bypass=)[0-9a-f]{32}/g,
    replacement: '$1(draft)',
  },
  {
    reason: 'the real server of a fixture listens where a port is free, and says so to its app',
    pattern: /http:\/\/localhost:\d{4,5}\b/g,
    replacement: 'http://localhost:(port)',
  },
  {
    reason: 'a static import of an image leads to a file that the bundler named',
    pattern: /\/_next\/static\/media\/(\w+)\.[\w.?=%-]+/g,
    replacement: '/_next/static/media/$1',
  },
  {
    reason: 'the query of a generated image is a hash in the words of the bundler',
    pattern: /(href="[^"]*\/icon\/\w+)\?[0-9a-f]{16}"/g,
    replacement: '$1?(hash)"',
  },
  {
    reason: 'an error’s digest is a hash of its stack, which names the bundler’s files',
    pattern: /("digest":"|data-dgst="|data-next-error-digest=")\d+/g,
    replacement: '$1(digest)',
  },
]

/** What is drawn at random, or is the clock, or the bundler's: each by its rule. */
export function applyTextRules(text: string): string {
  return TEXT_RULES.reduce(
    (done, { pattern, replacement }) => done.replace(pattern, replacement),
    text,
  )
}

export interface ComparableAnswer {
  readonly status: string
  /** By name, in order of the names; several values of one name stay in their order. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: readonly string[]
  readonly overlay: readonly string[]
}

export function normaliseAnswer(answer: Answer): ComparableAnswer {
  const type = valueOf(answer.headers, 'content-type')
  return {
    status: String(answer.status),
    headers: normaliseHeaders(answer.headers, type),
    ...normaliseBody(answer.body, type),
  }
}

function valueOf(headers: HeaderPairs, wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''
}

function normaliseHeaders(headers: HeaderPairs, type: string): Record<string, string> {
  const found: Record<string, string[]> = {}
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    if (key in UNCOMPARED) continue
    // Markup and router data hold names of bundled files, and sheets are written anew by Next's CSS compiler, so their
    // lengths differ; of other answers they must not.
    if (key === 'content-length' && isNextsOwnText(type)) continue
    const normalised = normaliseHeader(key, value)
    if (normalised !== '') (found[key] ??= []).push(normalised)
  }
  const sorted = Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([name, values]) => [
      name,
      // Said twice is said once, but for cookies.
      (name === 'set-cookie' ? values : [...new Set(values)]).join(' | '),
    ]),
  )
}

function isNextsOwnText(type: string): boolean {
  return /^text\/(html|x-component|css)/.test(type)
}

function normaliseHeader(name: string, value: string): string {
  // An entity tag is a hash of a body that holds names of bundled files: only that there is one is compared.
  if (name === 'etag') return value.startsWith('W/') ? 'W/(hash)' : '(hash)'
  // Names of headers, in any order and case (RFC 9110, 12.5.5).
  if (name === 'vary')
    return value
      .toLowerCase()
      .split(/\s*,\s*/)
      .sort()
      .join(', ')
  // Which stylesheets there are is the bundler's choice; the header only repeats the <link> elements.
  if (name === 'link')
    return applyTextRules(
      value.replace(/<\/_next\/static\/[^>]*>; rel=preload; as="?style"?,?\s*/g, ''),
    )
  // Next keeps it with the page that it prerendered, and adds it again when it answers: one value, said twice.
  if (name === 'x-nextjs-prerender') return '1'
  // An id of the app's own, drawn for each request; one that was sent comes back as it is.
  if (name === 'x-request-id') return value.replace(/^[0-9a-f]{32}$/, '(request)')
  // The rest of a minute, of an app that says so with 429.
  if (name === 'retry-after') return value.replace(/^[1-9]\d?$/, '(rest)')
  // The date of a file on disk; here, of the app's start.
  if (name === 'last-modified') return '(date)'
  // Max-Age wins over Expires (RFC 6265, 5.3), which is the clock plus Max-Age.
  if (name === 'set-cookie')
    return applyTextRules(
      value
        .replace(/Expires=[^;]*; (?=Max-Age=)/i, '')
        .replace(/(Max-Age=\d+); Expires=[^;]*/i, '$1'),
    )
  return applyTextRules(value)
}

function normaliseBody(body: string, type: string): Pick<ComparableAnswer, 'body' | 'overlay'> {
  if (type.startsWith('text/x-component')) {
    const { data, overlay } = readFlight(body)
    return { body: applyTextRules(data.join('\n')).split('\n'), overlay }
  }
  if (type.startsWith('text/css')) return { body: toSheetLines(body), overlay: [] }
  const text = applyTextRules(body)
  const isDocument = type.startsWith('text/html') && body.includes('__next_f')
  return { body: isDocument ? toMarkupLines(text) : text.split('\n'), overlay: [] }
}

export interface Difference {
  /** `status`, `header:<name>`, `body`, `overlay` or `cookies`. */
  readonly part: string
  readonly real: string
  readonly here: string
}

export function compareAnswers(real: Answer, here: Answer): readonly Difference[] {
  const [a, b] = [normaliseAnswer(real), normaliseAnswer(here)]
  const differences: Difference[] = []
  const add = (part: string, one = '(none)', other = '(none)') => {
    if (one !== other) differences.push({ part, real: one, here: other })
  }
  add('status', a.status, b.status)
  const names = [...new Set([...Object.keys(a.headers), ...Object.keys(b.headers)])].sort()
  for (const name of names) add(`header:${name}`, a.headers[name], b.headers[name])
  for (const part of ['body', 'overlay'] as const) {
    if (!isDeepStrictEqual(a[part], b[part])) add(part, ...firstDifference(a[part], b[part]))
  }
  return differences
}

/** The first lines that differ, with the one before for orientation. */
function firstDifference(real: readonly string[], here: readonly string[]): [string, string] {
  const at = real.findIndex((line, index) => line !== here[index])
  const from = Math.max(0, (at === -1 ? real.length : at) - 1)
  const show = (lines: readonly string[]) =>
    lines
      .slice(from, from + 4)
      .join('\n')
      .slice(0, 600) || '(nothing more)'
  return [show(real), show(here)]
}
