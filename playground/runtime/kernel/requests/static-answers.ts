// Requests that need no rendering: the learner's client chunks, stylesheets, media, and `public/`. Kernel scripts are
// not among them: the service worker answers those itself.
import type { FileContent } from '../../wire/files.ts'
import type { HeaderPairs } from '../../wire/headers.ts'
import type { WireRequest, WireResponse } from '../../wire/request-port.ts'
import { MEDIA_PREFIX } from '../styles/media-url.ts'
import { styleName } from '../styles/entry-style.ts'
import { contentTypeOf } from './content-type.ts'
import { bytesAnswer, textAnswer } from './wire-answers.ts'

export interface StaticSource {
  readonly isDevelopment: boolean
  file(path: string): FileContent | undefined
  /** Text of a client chunk by name. */
  chunk(name: string): string | undefined
  /** CSS by its address's own part. */
  style(name: string): string | undefined
}

/** null when the request is not for a static file. */
export function answerStatic(source: StaticSource, request: WireRequest): WireResponse | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  const url = new URL(request.url)
  const { pathname } = url
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
    const file = url.searchParams.get('file') ?? ''
    return found(source.file(file), contentTypeOf(file), cache)
  }
  const path = `/public${decodePath(pathname)}`
  const content = source.file(path)
  if (content === undefined) return null
  return found(content, contentTypeOf(path), [['cache-control', 'public, max-age=0']])
}

function found(
  content: FileContent | undefined,
  contentType: string,
  headers: HeaderPairs,
): WireResponse {
  if (content === undefined) return textAnswer(404, 'text/plain; charset=utf-8', 'Not Found')
  if (typeof content === 'string') return textAnswer(200, contentType, content, headers)
  return bytesAnswer(200, contentType, content, headers)
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    // A malformed escape names no file.
    return pathname
  }
}
