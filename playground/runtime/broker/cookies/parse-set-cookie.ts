// One Set-Cookie line (or `document.cookie = line`) into its parts: RFC 6265bis, section 5.6.
// Runs anywhere. It judges only what makes a line unreadable; whether the cookie is kept is accept-cookie.ts.
import { parseCookieDate } from './cookie-date.ts'
import type { SameSite } from './cookie.ts'

/** Octets of name and value together (section 5.6). */
export const COOKIE_LIMIT_BYTES = 4096
/** Octets of one attribute's value; a longer attribute is left out (section 5.6). */
const ATTRIBUTE_LIMIT_BYTES = 1024
/** Milliseconds: no cookie lives longer than 400 days (section 5.5). */
export const LIFETIME_LIMIT = 400 * 24 * 60 * 60 * 1000

export interface ParsedCookie {
  readonly name: string
  readonly value: string
  /** As written, lower case, without a leading dot; null when absent or empty. */
  readonly domain: string | null
  /** null: the default path of the request. */
  readonly path: string | null
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: SameSite
  /** Milliseconds since the epoch; null is a session cookie. -Infinity is "gone already". */
  readonly expires: number | null
}

export type ParsedLine =
  | { readonly cookie: ParsedCookie; readonly refusal: null }
  | { readonly cookie: null; readonly name: string; readonly refusal: string }

const encoder = new TextEncoder()
export function byteLength(text: string): number {
  return encoder.encode(text).byteLength
}

// Every control character but the tab (section 5.6).
// eslint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/

/** Only space and tab: String.trim would also take characters that belong to a value. */
function trimBlanks(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '')
}

export function parseSetCookie(line: string, now: number): ParsedLine {
  const [pair = '', ...attributes] = line.split(';')
  const equals = pair.indexOf('=')
  const name = trimBlanks(equals < 0 ? '' : pair.slice(0, equals))
  const value = trimBlanks(pair.slice(equals + 1))
  const refuse = (refusal: string): ParsedLine => ({ cookie: null, name, refusal })
  if (CONTROL.test(line)) return refuse('The line holds a control character.')
  if (name === '' && value === '') return refuse('It has neither a name nor a value.')
  if (byteLength(name) + byteLength(value) > COOKIE_LIMIT_BYTES) {
    return refuse(`Name and value are longer than ${COOKIE_LIMIT_BYTES} bytes together.`)
  }
  return { cookie: { name, value, ...readAttributes(attributes, now) }, refusal: null }
}

type Attributes = Omit<ParsedCookie, 'name' | 'value'>

/** The last attribute of a kind wins (section 5.7); one that cannot be read is as if absent. */
function readAttributes(attributes: readonly string[], now: number): Attributes {
  let domain: string | null = null
  let path: string | null = null
  let secure = false
  let httpOnly = false
  let sameSite: SameSite = 'default'
  let expires: number | null = null
  let maxAge: number | null = null
  for (const attribute of attributes) {
    const equals = attribute.indexOf('=')
    const name = trimBlanks(equals < 0 ? attribute : attribute.slice(0, equals)).toLowerCase()
    const value = equals < 0 ? '' : trimBlanks(attribute.slice(equals + 1))
    if (byteLength(value) > ATTRIBUTE_LIMIT_BYTES) continue
    if (name === 'expires') expires = readExpires(value, now) ?? expires
    else if (name === 'max-age') maxAge = readMaxAge(value, now) ?? maxAge
    else if (name === 'domain') domain = value.replace(/^\./, '').toLowerCase() || null
    else if (name === 'path') path = value.startsWith('/') ? value : null
    else if (name === 'secure') secure = true
    else if (name === 'httponly') httpOnly = true
    else if (name === 'samesite') sameSite = readSameSite(value)
  }
  return { domain, path, secure, httpOnly, sameSite, expires: maxAge ?? expires }
}

function readExpires(value: string, now: number): number | null {
  const time = parseCookieDate(value)
  return time === null ? null : Math.min(time, now + LIFETIME_LIMIT)
}

function readMaxAge(value: string, now: number): number | null {
  if (!/^-?\d+$/.test(value)) return null
  const seconds = Number(value)
  return seconds <= 0 ? -Infinity : now + Math.min(seconds * 1000, LIFETIME_LIMIT)
}

function readSameSite(value: string): SameSite {
  const written = value.toLowerCase()
  return written === 'strict' || written === 'lax' || written === 'none' ? written : 'default'
}
