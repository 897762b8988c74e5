import { describe, expect, test } from 'vitest'
import { createQrCode } from './qr-code.ts'
import { errorCorrection, multiply, powerOfTwo } from './reed-solomon.ts'

/** As jsQR 1.4.0 read it on 30 Nov 2026, like one code of each size up to 213 bytes. */
const BOTH_ENDS = `
#######.#.....#######
#.....#..#.##.#.....#
#.###.#...#.#.#.###.#
#.###.#.#...#.#.###.#
#.###.#.#...#.#.###.#
#.....#.####..#.....#
#######.#.#.#.#######
........#.###........
#...#.###.##.#####..#
###....#.#.##.#.##.#.
#..#..#....#....#.##.
#.#.#...##...#.#....#
##.####.#.#.#..###.##
........#...###.####.
#######.###.###.##.#.
#.....#...###...#..#.
#.###.#.##.#.###...#.
#.###.#....##...#..##
#.###.#..#.#..#.##...
#.....#..#...##.##...
#######.###.#####...#`

function draw(text: string): string {
  const rows = createQrCode(text) ?? []
  return rows.map((line) => `\n${line.map((isDark) => (isDark ? '#' : '.')).join('')}`).join('')
}

describe('a QR code', () => {
  test('is the one that a reader has read', () => {
    expect(draw('both-ends')).toBe(BOTH_ENDS)
  })

  test.each([
    [14, 21],
    [15, 25],
    [84, 37],
    [180, 53],
    [213, 57],
  ])('of %i bytes has %i squares a side', (bytes, side) => {
    expect(createQrCode('x'.repeat(bytes))).toHaveLength(side)
  })

  test('of a text that is too long is none', () => {
    expect(createQrCode('x'.repeat(214))).toBeNull()
  })
})

test('text and its correction together are zero at every root of the generator', () => {
  const bytes = [16, 32, 12, 86, 97, 128, 236, 17]
  const whole = [...bytes, ...errorCorrection(bytes, 10)]
  for (let power = 0; power < 10; power++) {
    const value = whole.reduce((sum, byte) => multiply(sum, powerOfTwo(power)) ^ byte, 0)
    expect(value).toBe(0)
  }
})
