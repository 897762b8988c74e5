// Files below `/_next/static/`: the learner's client chunks, stylesheets and media. Kernel scripts are not among them: the
// service worker answers those itself.
import type { FileContent } from '../../wire/files.ts'
import { withoutHeader, type HeaderPairs } from '../../wire/headers.ts'
import type { WireResponse } from '../../wire/request-port.ts'
import { MEDIA_PREFIX, mediaFile } from '../styles/media-url.ts'
import { styleName } from '../styles/entry-style.ts'
import { contentTypeOf } from './content-type.ts'
import { bytesAnswer, NEVER_KEPT, textAnswer } from './wire-answers.ts'

export interface StaticSource {
  readonly isDevelopment: boolean
  file(path: string): FileContent | undefined
  /** Text of a client chunk by name. */
  chunk(name: string): string | undefined
  /** CSS by its address's own part. */
  style(name: string): string | undefined
}

/** null when the address is not below `/_next/static/`. What is unknown there gets a text, not the app's page. */
export function answerStatic(
  source: StaticSource,
  request: { readonly url: string | URL },
): WireResponse | null {
  const url = new URL(request.url)
  const { pathname } = url
  if (!pathname.startsWith('/_next/static/')) return null
  const cache: HeaderPairs = [
    [
      'cache-control',
      source.isDevelopment ? 'no-store, must-revalidate' : 'public, max-age=31536000, immutable',
    ],
  ]
  const chunk = /^\/_next\/static\/chunks\/(app-\w+)\.js$/.exec(pathname)?.[1]
  if (chunk !== undefined)
    return found(source.chunk(chunk), 'application/javascript; charset=UTF-8', cache)
  const sheet = styleName(pathname)
  if (sheet !== null) return found(source.style(sheet), 'text/css; charset=UTF-8', cache)
  if (pathname.startsWith(MEDIA_PREFIX)) {
    const file = mediaFile(url)
    return found(source.file(file), contentTypeOf(file), cache)
  }
  return found(undefined, '', [])
}

function found(
  content: FileContent | undefined,
  contentType: string,
  headers: HeaderPairs,
): WireResponse {
  if (content === undefined) return notFoundText()
  if (typeof content === 'string') return textAnswer(200, contentType, content, headers)
  return bytesAnswer(200, contentType, content, headers)
}

/** What Next's server says instead of a page where a page is of no use. */
export function notFoundText(): WireResponse {
  const answer = textAnswer(404, 'text/plain; charset=utf-8', 'Not Found', [NEVER_KEPT])
  // Written without a length, as Next does.
  return { ...answer, headers: withoutHeader(answer.headers, 'content-length') }
}
