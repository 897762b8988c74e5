// A QR code of a short text, as rows of dark and light: byte mode, error correction M, versions 1 to 10 (213 bytes).
// ISO/IEC 18004 gives the tables. It knows no kanji, no other mode, and draws nothing. Runs anywhere.
import { errorCorrection } from './reed-solomon.ts'

/** For versions 1 to 10 at M: bytes of correction in a block, and how many bytes of text each block holds. */
const BLOCKS: readonly { readonly correction: number; readonly sizes: readonly number[] }[] = [
  { correction: 10, sizes: [16] },
  { correction: 16, sizes: [28] },
  { correction: 26, sizes: [44] },
  { correction: 18, sizes: [32, 32] },
  { correction: 24, sizes: [43, 43] },
  { correction: 16, sizes: [27, 27, 27, 27] },
  { correction: 18, sizes: [31, 31, 31, 31] },
  { correction: 22, sizes: [38, 38, 39, 39] },
  { correction: 22, sizes: [36, 36, 36, 37, 37] },
  { correction: 26, sizes: [43, 43, 43, 43, 44] },
]

const ALIGNED: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

type Mask = (row: number, column: number) => boolean

const MASKS: readonly Mask[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

export type QrRows = readonly (readonly boolean[])[]

/** null when the text is too long. True is dark. */
export function createQrCode(text: string): QrRows | null {
  const bytes = new TextEncoder().encode(text)
  const version = BLOCKS.findIndex(({ sizes }, index) => bytes.length <= room(sizes, index + 1)) + 1
  const blocks = BLOCKS[version - 1]
  if (!blocks) return null
  const codewords = interleave(toCodewords(bytes, version, sum(blocks.sizes)), blocks)
  const bits = codewords.flatMap((byte) => toBits(byte, 8))
  const candidates = MASKS.map((mask, index) => draw(bits, version, mask, index))
  return candidates.reduce((best, next) => (penalty(next) < penalty(best) ? next : best))
}

/** Bytes of text that fit: four bits of mode and the count are in front of them. */
function room(sizes: readonly number[], version: number): number {
  return sum(sizes) - (version < 10 ? 2 : 3)
}

function toCodewords(bytes: Uint8Array, version: number, size: number): number[] {
  const bits = [...toBits(0b0100, 4), ...toBits(bytes.length, version < 10 ? 8 : 16)]
  for (const byte of bytes) bits.push(...toBits(byte, 8))
  // The end is four zeros where there is room for them, then zeros up to a whole byte.
  for (let zeros = 0; zeros < 4 && bits.length < size * 8; zeros++) bits.push(0)
  while (bits.length % 8 !== 0) bits.push(0)
  const codewords = []
  for (let at = 0; at < bits.length; at += 8)
    codewords.push(bits.slice(at, at + 8).reduce((byte, bit) => byte * 2 + bit, 0))
  for (let pad = 0xec; codewords.length < size; pad ^= 0xec ^ 0x11) codewords.push(pad)
  return codewords
}

function interleave(
  codewords: readonly number[],
  { correction, sizes }: { readonly correction: number; readonly sizes: readonly number[] },
): number[] {
  let at = 0
  const parts = sizes.map((size) => codewords.slice(at, (at += size)))
  const corrections = parts.map((part) => errorCorrection(part, correction))
  return [...acrossAll(parts), ...acrossAll(corrections)]
}

/** The first of each, then the second of each. */
function acrossAll(lists: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list[index] ?? []),
  ).flat()
}

function draw(bits: readonly number[], version: number, mask: Mask, maskIndex: number): QrRows {
  const size = 17 + version * 4
  const rows = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null))
  const set = (row: number, column: number, isDark: boolean) => {
    const line = rows[row]
    if (line && column >= 0 && column < size) line[column] = isDark
  }
  drawPatterns(version, size, set, (row, column) => rows[row]?.[column] ?? null)
  drawFormat(size, maskIndex, set)
  if (version >= 7) drawVersion(size, version, set)
  let at = 0
  for (const [row, column] of readingOrder(size)) {
    if (rows[row]?.[column] !== null) continue
    set(row, column, (bits[at++] ?? 0) === 1 ? !mask(row, column) : mask(row, column))
  }
  return rows.map((line) => line.map((isDark) => isDark === true))
}

type Set = (row: number, column: number, isDark: boolean) => void

function drawPatterns(
  version: number,
  size: number,
  set: Set,
  get: (row: number, column: number) => boolean | null,
): void {
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const) {
    for (let row = -1; row <= 7; row++)
      for (let column = -1; column <= 7; column++) {
        const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3))
        set(top + row, left + column, ring !== 2 && ring !== 4)
      }
  }
  const places = ALIGNED[version - 1] ?? []
  for (const top of places)
    for (const left of places) {
      if (get(top, left) !== null) continue // A finder is there.
      for (let row = -2; row <= 2; row++)
        for (let column = -2; column <= 2; column++)
          set(top + row, left + column, Math.max(Math.abs(row), Math.abs(column)) !== 1)
    }
  for (let at = 8; at < size - 8; at++) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
  set(size - 8, 8, true)
}

/** Level M is 00; the rest is a BCH code of the five bits, and a fixed mask. */
function drawFormat(size: number, maskIndex: number, set: Set): void {
  const bits = ((maskIndex << 10) | remainder(maskIndex << 10, 0x537)) ^ 0x5412
  for (let at = 0; at < 15; at++) {
    const isDark = ((bits >> at) & 1) === 1
    if (at < 6) set(at, 8, isDark)
    else if (at < 8) set(at + 1, 8, isDark)
    else if (at === 8) set(8, 7, isDark)
    else set(8, 14 - at, isDark)
    if (at < 8) set(8, size - 1 - at, isDark)
    else set(size - 15 + at, 8, isDark)
  }
}

function drawVersion(size: number, version: number, set: Set): void {
  const bits = (version << 12) | remainder(version << 12, 0x1f25)
  for (let at = 0; at < 18; at++) {
    const isDark = ((bits >> at) & 1) === 1
    const near = Math.floor(at / 3)
    const far = size - 11 + (at % 3)
    set(near, far, isDark)
    set(far, near, isDark)
  }
}

function remainder(value: number, generator: number): number {
  const degree = Math.floor(Math.log2(generator))
  let rest = value
  while (rest !== 0 && Math.floor(Math.log2(rest)) >= degree)
    rest ^= generator << (Math.floor(Math.log2(rest)) - degree)
  return rest
}

/** Two columns at a time from the right, up and down in turn; the upright timing line is left out. */
function* readingOrder(size: number): Generator<readonly [number, number]> {
  let isUp = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const row = isUp ? size - 1 - step : step
      yield [row, right]
      yield [row, right - 1]
    }
    isUp = !isUp
  }
}

/** How hard it is to read: runs of one colour, squares, what looks like a finder, and too much of one colour. */
function penalty(rows: QrRows): number {
  const columns = rows.map((_, at) => rows.map((line) => line[at] === true))
  const lines = [...rows, ...columns].map((line) => line.map((dark) => (dark ? '1' : '0')).join(''))
  let points = 0
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) points += run.length - 2
    points += 40 * Array.from(line.matchAll(/(?=00001011101|10111010000)/g)).length
  }
  for (let row = 1; row < rows.length; row++)
    for (let column = 1; column < rows.length; column++) {
      const square = [rows[row - 1]?.[column - 1], rows[row - 1]?.[column], rows[row]?.[column - 1]]
      if (square.every((dark) => dark === rows[row]?.[column])) points += 3
    }
  const dark = rows.flat().filter(Boolean).length
  const share = (dark * 100) / (rows.length * rows.length)
  return points + 10 * Math.floor(Math.abs(share - 50) / 5)
}

function toBits(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (value >> (count - 1 - index)) & 1)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
