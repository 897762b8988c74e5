import { expect, test } from 'vitest'
import { contrast, parseHex, readable } from './contrast.ts'

test.each([
  ['#66707b', '#eef0ff'],
  ['#a0111f', '#eef0ff'],
  ['#0a69da', '#ffffff'],
  ['#91cbff', '#1d2650'],
  ['#8b949e', '#1d2650'],
])('%s on %s becomes a colour of 7:1 at least', (colour, ground) => {
  const made = readable(colour, ground)
  expect(contrast(parseHex(made), parseHex(ground))).toBeGreaterThanOrEqual(7)
})

test('a colour that is strong enough stays as it is', () => {
  expect(readable('#0e1430', '#ffffff')).toBe('#0e1430')
})

test('black and white are as far apart as can be', () => {
  expect(contrast(parseHex('#000000'), parseHex('#ffffff'))).toBe(21)
})
