import { describe, expect, test } from 'vitest'
import { stripCustomSections } from './strip-wasm.mjs'

const PREAMBLE = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
/** `(module (func (export "f") (result i32) i32.const 42))` */
const SECTIONS = [
  [1, 5, 1, 0x60, 0, 1, 0x7f],
  [3, 2, 1, 0],
  [7, 5, 1, 1, 0x66, 0, 0],
  [10, 6, 1, 4, 0, 0x41, 42, 0x0b],
]
const custom = (size: number): number[] => [
  0,
  ...(size < 128 ? [size] : [(size & 0x7f) | 0x80, size >> 7]),
  4,
  ...Buffer.from('name'),
  ...Array<number>(size - 5).fill(0),
]

describe('the custom sections of a module', () => {
  test('are gone, whatever their size, and the module still runs', async () => {
    const [types, ...others] = SECTIONS
    const wasm = [...PREAMBLE, ...(types ?? []), ...custom(300), ...others.flat(), ...custom(9)]
    const stripped = stripCustomSections(Uint8Array.from(wasm))
    expect([...stripped]).toEqual([...PREAMBLE, ...SECTIONS.flat()])
    const { instance } = await WebAssembly.instantiate(Uint8Array.from(stripped))
    expect((instance.exports as { f: () => number }).f()).toBe(42)
  })

  test('are not looked for in other files', () => {
    expect(() => stripCustomSections(Uint8Array.from([1, 2, 3, 4]))).toThrow(/not a WebAssembly/)
  })
})
