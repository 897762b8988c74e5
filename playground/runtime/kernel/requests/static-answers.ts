// Files below `/_next/static/`: the learner's client chunks, stylesheets and media. Kernel scripts are not among them: the
// service worker answers those itself.
import type { FileContent } from '../../wire/files.ts'
import { withoutHeader } from '../../wire/headers.ts'
import type { WireRequest, WireResponse } from '../../wire/request-port.ts'
import { MEDIA_PREFIX, mediaFile } from '../styles/media-url.ts'
import { styleName } from '../styles/entry-style.ts'
import { answerFile } from './file-answers.ts'
import { NEVER_KEPT, textAnswer } from './wire-answers.ts'

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
  request: WireRequest,
  url = new URL(request.url),
): WireResponse | null {
  if (!url.pathname.startsWith('/_next/static/')) return null
  const asset = findAsset(source, url)
  // A development build overwrites its files: they are asked for again, by their tag.
  const cache = source.isDevelopment
    ? 'no-cache, must-revalidate'
    : 'public, max-age=31536000, immutable'
  return asset === null ? notFoundText() : answerFile(asset.path, asset.content, request, cache)
}

interface Asset {
  readonly path: string
  readonly content: FileContent
}

function findAsset(source: StaticSource, url: URL): Asset | null {
  const { pathname } = url
  const chunk = /^\/_next\/static\/chunks\/(app-\w+)\.js$/.exec(pathname)?.[1]
  if (chunk !== undefined) return asset(pathname, source.chunk(chunk))
  const sheet = styleName(pathname)
  if (sheet !== null) return asset(pathname, source.style(sheet))
  if (!pathname.startsWith(MEDIA_PREFIX)) return null
  const file = mediaFile(url)
  return asset(file, source.file(file))
}

function asset(path: string, content: FileContent | undefined): Asset | null {
  return content === undefined ? null : { path, content }
}

/** What Next's server says instead of a page where a page is of no use. */
export function notFoundText(): WireResponse {
  const answer = textAnswer(404, 'text/plain; charset=utf-8', 'Not Found', [NEVER_KEPT])
  // Written without a length, as Next does.
  return { ...answer, headers: withoutHeader(answer.headers, 'content-length') }
}
