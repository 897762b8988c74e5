// Where a file beside the code (an image, a font) is served from. The file's path travels in the query, so that
// serving needs no table; the name stands in the path as Next has it.

export const MEDIA_PREFIX = '/_next/static/media/'

export function mediaUrl(file: string): string {
  const name = file.split('/').pop() ?? ''
  return `${MEDIA_PREFIX}${encodeURIComponent(name)}?file=${encodeURIComponent(file)}`
}
