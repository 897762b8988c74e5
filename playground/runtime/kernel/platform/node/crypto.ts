// node:crypto in the kernel worker. Hashes are synchronous as in Node, so they are @noble/hashes' and not WebCrypto's.
// Ciphers, keys and signatures are not here: what is called for says so.
import { hmac } from '@noble/hashes/hmac.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { Buffer } from './buffer.ts'
import { refuse } from './refuse.ts'

interface Digester {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
}

const ALGORITHMS = { md5, sha1, sha256, sha384, sha512 } as const

type Input = string | ArrayLike<number>

function toBytes(value: Input, encoding?: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(typeof value === 'string' ? Buffer.from(value, encoding) : value)
}

class Hash {
  readonly #digester: Digester

  constructor(digester: Digester) {
    this.#digester = digester
  }

  update(value: Input, encoding?: string): this {
    this.#digester.update(toBytes(value, encoding))
    return this
  }

  digest(encoding?: string): Buffer | string {
    const bytes = Buffer.from(this.#digester.digest())
    return encoding === undefined || encoding === 'buffer' ? bytes : bytes.toString(encoding)
  }
}

function findAlgorithm(name: string) {
  const wanted = name.toLowerCase().replace('-', '')
  const found = Object.entries(ALGORITHMS).find(([known]) => known === wanted)
  if (!found) throw new Error(`Digest method not supported: ${name}`)
  return found[1]
}

function timingSafeEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.byteLength !== b.byteLength)
    throw new RangeError('Input buffers must have the same byte length')
  return a.reduce((difference, byte, index) => difference | (byte ^ (b[index] ?? 0)), 0) === 0
}

/** getRandomValues refuses more at once. */
const RANDOM_LIMIT_BYTES = 65_536

function fillRandom<View extends Uint8Array>(bytes: View): View {
  for (let start = 0; start < bytes.byteLength; start += RANDOM_LIMIT_BYTES) {
    crypto.getRandomValues(
      new Uint8Array(
        bytes.buffer as ArrayBuffer,
        bytes.byteOffset + start,
        Math.min(RANDOM_LIMIT_BYTES, bytes.byteLength - start),
      ),
    )
  }
  return bytes
}

export const cryptoModule = {
  webcrypto: crypto,
  subtle: crypto.subtle,
  createHash: (name: string) => new Hash(findAlgorithm(name).create()),
  createHmac: (name: string, key: Input) =>
    new Hash(hmac.create(findAlgorithm(name), toBytes(key))),
  getHashes: () => Object.keys(ALGORITHMS),
  randomBytes: (size: number) => fillRandom(Buffer.alloc(size)),
  randomFillSync: fillRandom,
  randomInt: (low: number, high?: number) =>
    randomBetween(high === undefined ? 0 : low, high ?? low),
  randomUUID: () => crypto.randomUUID(),
  getRandomValues: (view: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(view),
  timingSafeEqual,
  ...refuse('node:crypto', [
    'createCipheriv',
    'createDecipheriv',
    'createSign',
    'createVerify',
    'createPrivateKey',
    'createPublicKey',
    'generateKeyPairSync',
    'pbkdf2Sync',
    'scryptSync',
  ]),
}

function randomBetween(low: number, high: number): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  return low + Math.floor((value / 2 ** 32) * (high - low))
}
