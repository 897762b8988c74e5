// Where a file beside the code (an image, a font) is served from. The file's path travels in the query, so that
// serving needs no table; the name stands in the path as Next has it.

export const MEDIA_PREFIX = '/_next/static/media/'

export function mediaUrl(file: string): string {
  const name = file.split('/').pop() ?? ''
  return `${MEDIA_PREFIX}${encodeURIComponent(name)}?file=${encodeURIComponent(file)}`
}

/** A font's: Next announces it by its name, which must end with its extension and has no query. */
export function fontUrl(file: string): string {
  const [name = '', extension = ''] = (file.split('/').pop() ?? '').split(/\.(?=[^.]*$)/)
  const path = btoa(encodeURIComponent(file)).replaceAll('+', '-').replaceAll('/', '_')
  return `${MEDIA_PREFIX}${encodeURIComponent(name)}.${path.replace(/=+$/, '')}.${extension}`
}

/** The file that a media address leads to. */
export function mediaFile({ pathname, searchParams }: URL): string {
  const inName = /\.([\w-]+)\.\w+$/.exec(pathname)?.[1]
  return searchParams.get('file') ?? (inName === undefined ? '' : decodeName(inName))
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(atob(name.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    // An address of nobody's making.
    return ''
  }
}
