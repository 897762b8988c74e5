// Which methods and request headers a page may send to another origin without asking first, and which answer
// headers it may read. Fetch standard, "CORS-safelisted …". Runs anywhere; pure tables and tests.
import type { HeaderPairs } from '../../wire/headers.ts'

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])
const SAFE_TYPES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
])
const SAFE_RESPONSE_HEADERS: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
])

/** Bytes of one value, and of all safelisted values together. */
const VALUE_LIMIT = 128
const VALUES_LIMIT = 1024

/** Headers that a page script cannot set: the browser or the service worker wrote them (Fetch, "forbidden"). */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  // Settable by the standard, but every request carries the browser's own and ours cannot tell them apart.
  'user-agent',
  'upgrade-insecure-requests',
])

function isForbidden(name: string): boolean {
  return FORBIDDEN.has(name) || name.startsWith('sec-') || name.startsWith('proxy-')
}

export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method)
}

// eslint-disable-next-line no-control-regex
const UNSAFE_BYTES = /[\x00-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/
const LANGUAGE_BYTES = /^[0-9A-Za-z *,\-.;=]*$/

/** `name` in lower case. */
function isSafeHeader(name: string, value: string): boolean {
  if (value.length > VALUE_LIMIT) return false
  switch (name) {
    case 'accept':
      return !UNSAFE_BYTES.test(value)
    case 'accept-language':
    case 'content-language':
      return LANGUAGE_BYTES.test(value)
    case 'content-type':
      return !UNSAFE_BYTES.test(value) && SAFE_TYPES.has(essenceOf(value))
    case 'range':
      return /^bytes=\d+-\d*$/.test(value)
    default:
      return false
  }
}

function essenceOf(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}

/** Names that need the server's leave, lower case, sorted, each once: the value of Access-Control-Request-Headers. */
export function unsafeHeaderNames(headers: HeaderPairs): readonly string[] {
  const unsafe = new Set<string>()
  const safe: string[] = []
  let safeBytes = 0
  for (const [written, value] of headers) {
    const name = written.toLowerCase()
    if (isForbidden(name)) continue
    if (!isSafeHeader(name, value)) unsafe.add(name)
    else {
      safe.push(name)
      safeBytes += value.length
    }
  }
  if (safeBytes > VALUES_LIMIT) for (const name of safe) unsafe.add(name)
  return [...unsafe].sort()
}

/** What the page may read: the safelist and what Access-Control-Expose-Headers names. */
export function exposeHeaders(headers: HeaderPairs, withCredentials: boolean): HeaderPairs {
  const named = new Set(listValues(headers, 'access-control-expose-headers') ?? [])
  const all = named.has('*') && !withCredentials
  return headers.filter(([written]) => {
    const name = written.toLowerCase()
    if (name === 'set-cookie' || name === 'set-cookie2') return false
    return all || SAFE_RESPONSE_HEADERS.has(name) || named.has(name)
  })
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

/** A header that lists tokens, lower case; null when absent; undefined when it cannot be read. */
export function listValues(
  headers: HeaderPairs,
  name: string,
): readonly string[] | null | undefined {
  const tokens = listTokens(headers, name)
  return tokens?.map((token) => token.toLowerCase()) ?? tokens
}

/** The same with the case kept: methods are compared byte by byte. */
export function listTokens(
  headers: HeaderPairs,
  name: string,
): readonly string[] | null | undefined {
  const values = headers.filter(([written]) => written.toLowerCase() === name)
  if (values.length === 0) return null
  const tokens = values
    .flatMap(([, value]) => value.split(','))
    .map((token) => token.trim())
    .filter((token) => token !== '')
  return tokens.every((token) => TOKEN.test(token)) ? tokens : undefined
}
