// What a person types into the preview's address bar, as a path of the app. Runs on the site's page.
import { FASTAPI_ORIGIN, NEXT_ORIGIN } from '../wire/message.ts'
import { PREVIEW_ORIGIN } from '../wire/origins.ts'

const OWN_ORIGINS: readonly string[] = [NEXT_ORIGIN, PREVIEW_ORIGIN]

export type ParsedAddress =
  | { readonly path: string }
  /** One sentence for the person who typed it. */
  | { readonly refusal: string }

/** Accepts `/users`, `users`, `?page=2` and full addresses of the app; refuses every other host. */
export function parseAddress(typed: string): ParsedAddress {
  const text = typed.trim()
  if (text === '') return { path: '/' }
  if (/^https?:\/\//i.test(text)) return parseAbsolute(text)
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) {
    return { refusal: 'Only pages of this app open here, and they start with a slash.' }
  }
  if (/^(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/i.test(text)) return parseAbsolute(`http://${text}`)
  const url = new URL(text.startsWith('/') || text.startsWith('?') ? text : `/${text}`, NEXT_ORIGIN)
  if (url.origin !== NEXT_ORIGIN) return { refusal: `${url.host} is not part of this app.` }
  return { path: url.pathname + url.search + url.hash }
}

function parseAbsolute(text: string): ParsedAddress {
  if (!URL.canParse(text)) return { refusal: 'That is not an address.' }
  const url = new URL(text)
  if (OWN_ORIGINS.includes(url.origin)) return { path: url.pathname + url.search + url.hash }
  if (url.origin === FASTAPI_ORIGIN) {
    return {
      refusal:
        'FastAPI answers at localhost:8000 for your code; the preview shows the Next.js app.',
    }
  }
  return { refusal: `${url.host} is not part of this app.` }
}
