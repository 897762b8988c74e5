// document.cookie in the learner's page. The jar is the broker's; this is a mirror, because the property is
// synchronous and the jar is not. Attributes are judged by the jar: its answer replaces the mirror.
import type { GuestEvent } from './guest.ts'

interface CookieMirror {
  /** The jar's own `document.cookie` value. */
  replace(documentCookie: string): null
}

export function mirrorCookies(initial: string, emit: GuestEvent): CookieMirror {
  let mirror = initial
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    enumerable: true,
    get: () => mirror,
    set(line: unknown) {
      mirror = assumeStored(mirror, String(line))
      emit('cookieWrite', { line: String(line), url: window.location.href })
    },
  })
  return {
    replace(documentCookie) {
      mirror = documentCookie
      return null
    },
  }
}

/** What the next read shows until the jar has answered: the usual case, an accepted cookie or a deletion. */
export function assumeStored(documentCookie: string, line: string): string {
  const [pair = '', ...attributes] = line.split(';')
  const equals = pair.indexOf('=')
  const name = equals < 0 ? '' : pair.slice(0, equals).trim()
  const value = pair.slice(equals + 1).trim()
  const prefix = `${name}=`
  const others = documentCookie
    .split('; ')
    .filter((entry) => entry !== '' && !entry.startsWith(prefix))
  const unreadable = attributes.some((attribute) => /^\s*httponly\s*$/i.test(attribute))
  if (unreadable) return documentCookie
  const entry = name === '' ? value : `${name}=${value}`
  return (isDeletion(attributes) ? others : [...others, entry]).join('; ')
}

function isDeletion(attributes: readonly string[]): boolean {
  for (const attribute of attributes) {
    const [key = '', value = ''] = attribute.split('=').map((part) => part.trim())
    if (/^max-age$/i.test(key)) return /^(0|-\d+)$/.test(value)
    if (/^expires$/i.test(key) && Date.parse(value) <= Date.now()) return true
  }
  return false
}
