// What `import picture from './picture.png'` gives: address and size, by Next's own measuring code. No blur
// placeholder: that needs an image encoder.
import type { FileContent } from '../../wire/files.ts'
import type { KernelToolchain } from '../contract.ts'
import { mediaUrl } from './media-url.ts'

export function isImage(path: string): boolean {
  return /\.(png|jpe?g|gif|webp|avif|ico|bmp|svg)$/.test(path)
}

/** A JavaScript expression. */
export async function imageImport(
  toolchain: KernelToolchain,
  path: string,
  content: FileContent,
): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const size = await measure(toolchain, bytes)
  return JSON.stringify({ src: mediaUrl(path), ...size, blurWidth: 0, blurHeight: 0 })
}

async function measure(
  toolchain: KernelToolchain,
  bytes: Uint8Array,
): Promise<{ width?: number; height?: number }> {
  try {
    return await toolchain.imageSize(bytes)
  } catch {
    // Not an image that Next can measure: next/image then asks for width and height in its own words.
    return {}
  }
}
