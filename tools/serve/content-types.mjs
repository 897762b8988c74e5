// What a file is, by its ending; whether compressing it pays; whether its address names its content.
// @ts-check
import { extname } from 'node:path'

/** @type {Record<string, string>} */
export const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  // Declarations of types; other hosts take it for a film.
  '.ts': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.py': 'text/x-python; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  // Streaming compilation of WebAssembly needs exactly this type. Pyodide's shared libraries are wasm too.
  '.wasm': 'application/wasm',
  '.so': 'application/wasm',
  '.zip': 'application/zip',
  '.whl': 'application/zip',
  '.tar': 'application/x-tar',
  '.gz': 'application/gzip',
}

const alreadySmall = new Set([
  '.png',
  '.jpg',
  '.jpeg',
  '.gif',
  '.webp',
  '.avif',
  '.woff',
  '.woff2',
  '.gz',
  '.br',
])

/** Below this many bytes the headers outweigh the gain. */
const WORTH_COMPRESSING_BYTES = 1024

/** @param {string} file */
export function contentTypeOf(file) {
  return contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream'
}

/** @param {string} file @param {number} size in bytes */
export function isWorthCompressing(file, size) {
  return size >= WORTH_COMPRESSING_BYTES && !alreadySmall.has(extname(file).toLowerCase())
}

/**
 * True for addresses whose content can never change: Next's build output and names that carry a hash.
 * @param {string} pathname
 */
export function isImmutable(pathname) {
  return (
    /^\/_next\/static\/.+\.[a-z0-9]+$/.test(pathname) ||
    /^\/_pagefind\/(fragment|index)\//.test(pathname) ||
    /[.-](?=[0-9a-f]*[0-9])[0-9a-f]{8,64}(\.[a-z0-9]+$|\/)/.test(pathname)
  )
}
