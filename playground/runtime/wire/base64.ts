// Bytes as text: in JSON, where a file's content is a string or `{ base64 }`, and in addresses (RFC 4648, section 5,
// without padding). Runs anywhere, Node included.
import type { FileContent } from './files.ts'

/** A file's content as it crosses JSON. */
export type PackedContent = string | { readonly base64: string }

export function packContent(content: FileContent): PackedContent {
  return typeof content === 'string' ? content : { base64: toBase64(content) }
}

/** Throws on what is not base64. */
export function unpackContent(content: PackedContent): FileContent {
  return typeof content === 'string' ? content : fromBase64(content.base64)
}

export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Throws on what is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  // A loop: what a container's relay sends is megabytes, on the page's own thread.
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at)
  return bytes
}
