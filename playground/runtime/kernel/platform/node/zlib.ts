// node:zlib in the kernel worker, by fflate. It must be real: Next deflates the resume data of a prerender, and a
// stub gives "Failed to parse postponed state". Streams and brotli are not here: what is called for says so.
import { deflateSync, gunzipSync, gzipSync, inflateSync, unzlibSync, zlibSync } from 'fflate'
import { Buffer } from './buffer.ts'
import { refuse } from './refuse.ts'

type Input = string | Uint8Array<ArrayBufferLike>
type Transform = (bytes: Uint8Array) => Uint8Array
type Done = (cause: unknown, result?: Buffer) => void

// Node's names: `deflate` has a zlib header, `deflateRaw` has none.
const TRANSFORMS: Readonly<Record<string, Transform>> = {
  gzip: gzipSync,
  gunzip: gunzipSync,
  deflate: zlibSync,
  inflate: unzlibSync,
  deflateRaw: deflateSync,
  inflateRaw: inflateSync,
}

function runSync(transform: Transform, input: Input): Buffer {
  return Buffer.from(
    transform(new Uint8Array(typeof input === 'string' ? Buffer.from(input) : input)),
  )
}

function runLater(transform: Transform, input: Input, options: object | Done, done?: Done): void {
  const callback = typeof options === 'function' ? options : done
  queueMicrotask(() => {
    let result: Buffer
    try {
      result = runSync(transform, input)
    } catch (cause) {
      return callback?.(cause)
    }
    callback?.(null, result)
  })
}

function namedTransforms(): Record<string, unknown> {
  const named: Record<string, unknown> = {}
  for (const [name, transform] of Object.entries(TRANSFORMS)) {
    named[`${name}Sync`] = (input: Input) => runSync(transform, input)
    named[name] = (input: Input, options: object | Done, done?: Done) =>
      runLater(transform, input, options, done)
  }
  return named
}

export const zlibModule = {
  ...namedTransforms(),
  ...refuse('node:zlib', [
    'createGzip',
    'createGunzip',
    'createDeflate',
    'createInflate',
    'createBrotliCompress',
    'createBrotliDecompress',
    'brotliCompress',
    'brotliCompressSync',
    'brotliDecompress',
    'brotliDecompressSync',
  ]),
  constants: { Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1 },
}
