// eslint-disable-next-line typescript/triple-slash-reference -- tests are in another tsconfig than the declarations
/// <reference path="./untyped.d.ts" />
// Node's own modules are the reference for ours.
import nodeBuffer from 'node:buffer'
import nodeCrypto from 'node:crypto'
import nodeUtil from 'node:util'
import nodeZlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Buffer, bufferModule } from './buffer.ts'
import { cryptoModule } from './crypto.ts'
import { requireNode } from './require-node.ts'
import { utilModule } from './util.ts'
import { zlibModule } from './zlib.ts'

const NodeBuffer = nodeBuffer.Buffer
const TEXTS = ['', 'plain', 'grüße, 世界 🌍', '\ufeffwith a mark', 'x'.repeat(500) + 'ü']
const ENCODINGS = ['utf8', 'latin1', 'ascii', 'hex', 'base64', 'base64url', 'utf16le'] as const

describe('Buffer', () => {
  test.each(ENCODINGS)('writes and reads %s as Node does', (encoding) => {
    for (const text of TEXTS) {
      const bytes = NodeBuffer.from(text)
      expect(Buffer.from(text).equals(bytes)).toBe(true)
      expect(Buffer.from(bytes).toString(encoding)).toBe(bytes.toString(encoding))
      const encoded = bytes.toString(encoding)
      expect(Buffer.byteLength(encoded, encoding)).toBe(NodeBuffer.byteLength(encoded, encoding))
      expect([...Buffer.from(encoded, encoding)]).toEqual([...NodeBuffer.from(encoded, encoding)])
    }
  })

  test('finds a plain Uint8Array', () => {
    const needle = new TextEncoder().encode('</head>')
    expect(Buffer.from('<html></head>').indexOf(needle as never)).toBe(6)
    expect(Buffer.from('<html>').includes(needle as never)).toBe(false)
  })

  test('has the slices that Next calls', () => {
    const bytes = Buffer.from('grüße')
    const slice: unknown = Reflect.get(bytes, 'latin1Slice')
    if (typeof slice !== 'function') throw new Error('not there')
    expect(slice.call(bytes, 0, 3)).toBe(NodeBuffer.from('grüße').toString('latin1', 0, 3))
  })

  test('tells UTF-8 from other bytes', () => {
    expect(bufferModule.isUtf8(new Uint8Array([0xc3, 0xbc]))).toBe(true)
    expect(bufferModule.isUtf8(new Uint8Array([0xff]))).toBe(false)
  })
})

describe('crypto', () => {
  test.each(['md5', 'sha1', 'sha256', 'sha384', 'SHA-512'])('%s digests as Node does', (name) => {
    const nodeName = name.toLowerCase().replace('-', '')
    for (const text of TEXTS) {
      expect(cryptoModule.createHash(name).update(text).digest('hex')).toBe(
        nodeCrypto.createHash(nodeName).update(text).digest('hex'),
      )
    }
    expect(
      cryptoModule.createHmac(nodeName, 'key').update('a').update('b').digest('base64url'),
    ).toBe(nodeCrypto.createHmac(nodeName, 'key').update('a').update('b').digest('base64url'))
  })

  test('compares in constant time, and only equal lengths', () => {
    expect(cryptoModule.timingSafeEqual(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).toBe(true)
    expect(cryptoModule.timingSafeEqual(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false)
    expect(() => cryptoModule.timingSafeEqual(new Uint8Array(1), new Uint8Array(2))).toThrow(
      RangeError,
    )
  })

  test('fills more random bytes than a browser gives at once', () => {
    expect(
      cryptoModule
        .randomBytes(200_000)
        .subarray(-64)
        .some((byte) => byte !== 0),
    ).toBe(true)
  })

  test('what is missing says so by name', () => {
    expect(() => Reflect.get(cryptoModule, 'createCipheriv')()).toThrow(
      /node:crypto has no createCipheriv/,
    )
  })
})

describe('zlib', () => {
  const call = (name: string, input: Uint8Array | string): Uint8Array =>
    Reflect.get(zlibModule, name)(input)
  const text = 'resume data '.repeat(200)

  test.each([
    ['gzip', 'gunzip'],
    ['deflate', 'inflate'],
    ['deflateRaw', 'inflateRaw'],
  ] as const)('%s and Node read each other', (pack, unpack) => {
    expect(String(nodeZlib[`${unpack}Sync`](call(`${pack}Sync`, text)))).toBe(text)
    expect(String(call(`${unpack}Sync`, nodeZlib[`${pack}Sync`](text)))).toBe(text)
  })

  test('the callback form gives the error of bytes that are none of its own', async () => {
    const cause = await new Promise((resolve) =>
      Reflect.get(zlibModule, 'inflate')(new Uint8Array([1, 2, 3]), resolve),
    )
    expect(cause).toBeInstanceOf(Error)
  })
})

describe('util', () => {
  test('promisify takes the custom form, then the callback form', async () => {
    const custom = Object.assign(() => undefined, {
      [nodeUtil.promisify.custom]: () => Promise.resolve('custom'),
    })
    const add = (a: unknown, done: unknown) => Reflect.apply(done as never, null, [null, a])
    const promisify = utilModule.promisify as (
      call: unknown,
    ) => (...values: unknown[]) => Promise<unknown> // Node's signature
    expect(await promisify(custom)()).toBe('custom')
    expect(await promisify(add)(3)).toBe(3)
  })
})

test('modules are found with and without node:, unknown ones are not', () => {
  expect(requireNode('node:path')).toBe(requireNode('path'))
  expect(requireNode('stream/promises')).toBeDefined()
  expect(requireNode('left-pad')).toBeUndefined()
})
