// Node's Buffer in the kernel worker: the npm `buffer` package, with what Next and React use beyond it.
// Not here: transcode, and `Buffer.from(…, 'utf16le')` at native speed.
import { Buffer } from 'buffer/index.js'

const SLICES = {
  latin1Slice: 'latin1',
  utf8Slice: 'utf8',
  asciiSlice: 'ascii',
  ucs2Slice: 'utf16le',
  base64Slice: 'base64',
  base64urlSlice: 'base64url',
  hexSlice: 'hex',
} as const

const WRITES = {
  latin1Write: 'latin1',
  utf8Write: 'utf8',
  asciiWrite: 'ascii',
  hexWrite: 'hex',
} as const

/** Below this many bytes the package's own loop is faster than a TextDecoder. */
const DECODER_FROM_BYTES = 48

const encoder = new TextEncoder()
// A leading U+FEFF is content to Node.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function isUtf8(encoding: unknown): boolean {
  return encoding === undefined || encoding === 'utf8' || encoding === 'utf-8'
}

type FromBuffer = (value: unknown, encoding?: unknown, length?: unknown) => Buffer

function viewAsBuffer(bytes: Uint8Array<ArrayBufferLike>): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function patchStatics(): void {
  const { from, isEncoding, byteLength } = Buffer
  Object.assign(Buffer, {
    from: ((value, encoding, length) => {
      if (typeof value === 'string' && isUtf8(encoding)) return viewAsBuffer(encoder.encode(value))
      return Reflect.apply(from, Buffer, [
        value,
        encoding === 'base64url' ? 'base64' : encoding,
        length,
      ])
    }) satisfies FromBuffer,
    isEncoding: (encoding: string) => encoding === 'base64url' || isEncoding(encoding),
    byteLength: (value: unknown, encoding?: string) =>
      byteLength(value, encoding === 'base64url' ? 'base64' : encoding),
  })
}

function patchText(): void {
  const { toString, write } = Buffer.prototype
  Buffer.prototype.toString = function (
    this: Buffer,
    encoding?: string,
    start = 0,
    end = this.length,
  ) {
    if (encoding === 'base64url') return toBase64Url(toString.call(this, 'base64', start, end))
    const bytes = end - start
    if (isUtf8(encoding) && bytes >= DECODER_FROM_BYTES)
      return decoder.decode(this.subarray(start, end))
    return toString.call(this, encoding, start, end)
  }
  for (const [method, encoding] of Object.entries(SLICES)) {
    define(method, function (this: Buffer, start?: number, end?: number) {
      return this.toString(encoding, start, end)
    })
  }
  for (const [method, encoding] of Object.entries(WRITES)) {
    define(method, function (this: Buffer, text: string, offset?: number, length?: number) {
      return write.call(this, text, offset, length, encoding)
    })
  }
}

/** Where Node takes any Uint8Array and the package its own kind only. */
function patchArguments(): void {
  for (const method of [
    'indexOf',
    'lastIndexOf',
    'includes',
    'equals',
    'compare',
    'copy',
  ] as const) {
    const native: unknown = Reflect.get(Buffer.prototype, method)
    if (typeof native !== 'function') continue
    define(method, function (this: Buffer, value: unknown, ...rest: unknown[]) {
      const isForeign = value instanceof Uint8Array && !Buffer.isBuffer(value)
      return Reflect.apply(native, this, [isForeign ? viewAsBuffer(value) : value, ...rest])
    })
  }
}

function define(method: string, value: unknown): void {
  Object.defineProperty(Buffer.prototype, method, { value, writable: true, configurable: true })
}

function toBase64Url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

patchStatics()
patchText()
patchArguments()

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80)

function isValidUtf8(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    // The only thing that throws here is the answer itself.
    return false
  }
}

export { Buffer }

export const bufferModule = {
  Buffer,
  Blob: globalThis.Blob,
  File: globalThis.File,
  atob,
  btoa,
  isAscii,
  isUtf8: isValidUtf8,
  kMaxLength: 2 ** 31 - 1,
  constants: { MAX_LENGTH: 2 ** 31 - 1, MAX_STRING_LENGTH: 2 ** 29 - 24 },
}
