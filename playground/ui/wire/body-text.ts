// A captured body as text to read: JSON indented, other text as it is, bytes as their size. No React.
import type { CapturedBody } from '../../runtime/wire/hop.ts'

export type ShownBody =
  | {
      readonly type: 'text'
      readonly text: string
      readonly path: string
      readonly isPart: boolean
    }
  | { readonly type: 'binary'; readonly size: number }

/** `path` only names the language for the colours (editor/language-of.ts). */
export function showBody({ bytes, size, contentType }: CapturedBody): ShownBody {
  const type = contentType?.toLowerCase() ?? ''
  const isPart = bytes.byteLength < size
  const text = decodeText(bytes, isPart)
  if (text === null) return { type: 'binary', size }
  if (/\bjson\b|\+json/.test(type))
    return { type: 'text', text: indentJson(text), path: 'body.json', isPart }
  if (type.includes('html')) return { type: 'text', text, path: 'body.html', isPart }
  if (type.includes('css')) return { type: 'text', text, path: 'body.css', isPart }
  if (type.includes('javascript')) return { type: 'text', text, path: 'body.js', isPart }
  return { type: 'text', text, path: 'body.txt', isPart }
}

/** null when it is not UTF-8; a part may end inside a character. */
function decodeText(bytes: Uint8Array, isPart: boolean): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isPart })
    return text.includes('\0') ? null : text
  } catch {
    return null // Said as “binary” with its size.
  }
}

function indentJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text // Cut off or not JSON after all: shown as it came.
  }
}
