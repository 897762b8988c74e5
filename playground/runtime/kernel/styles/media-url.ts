// Where a file beside the code (an image, a font) is served from. The file's path travels in the query, so that
// serving needs no table; the name stands in the path as Next has it.

import { fromBase64Url, toBase64Url } from '../../wire/base64.ts'

export const MEDIA_PREFIX = '/_next/static/media/'

export function mediaUrl(file: string): string {
  const name = file.split('/').pop() ?? ''
  return `${MEDIA_PREFIX}${encodeURIComponent(name)}?file=${encodeURIComponent(file)}`
}

/** A font's: Next announces it by its name, which must end with its extension and has no query. */
export function fontUrl(file: string): string {
  const [name = '', extension = ''] = (file.split('/').pop() ?? '').split(/\.(?=[^.]*$)/)
  const path = toBase64Url(new TextEncoder().encode(file))
  return `${MEDIA_PREFIX}${encodeURIComponent(name)}.${path}.${extension}`
}

/** The file that a media address leads to. */
export function mediaFile({ pathname, searchParams }: URL): string {
  const inName = /\.([\w-]+)\.\w+$/.exec(pathname)?.[1]
  return searchParams.get('file') ?? (inName === undefined ? '' : decodeName(inName))
}

function decodeName(name: string): string {
  try {
    return new TextDecoder().decode(fromBase64Url(name))
  } catch {
    // An address of nobody's making.
    return ''
  }
}
