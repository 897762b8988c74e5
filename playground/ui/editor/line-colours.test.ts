import { expect, test, vi } from 'vitest'
import { createLineColours, type ColourLine } from './line-colours.ts'

/** A grammar that knows brackets: a line is coloured by how many are open before it. */
const byDepth: ColourLine<number> = (text, before = 0) => {
  const opened = text.split('(').length - text.split(')').length
  return { parts: [{ text, colour: String(before) }], after: before + opened }
}

function open(text: string) {
  const colour = vi.fn<ColourLine<number>>(byDepth)
  const colours = createLineColours(colour)
  colours.linesOf(text)
  while (colours.work(100)) continue
  colour.mockClear()
  const shown = (now: string) => colours.linesOf(now).map(({ parts }) => parts?.[0]?.colour ?? null)
  return { colour, colours, shown }
}

test('nothing is coloured before there is time for it', () => {
  const colours = createLineColours(byDepth)
  expect(colours.linesOf('a(\nb').map(({ parts }) => parts)).toEqual([null, null])
  expect(colours.work(100)).toBe(false)
  expect(colours.linesOf('a(\nb').map(({ parts }) => parts?.[0]?.colour)).toEqual(['0', '1'])
})

test('a slice ends in time and says that lines are left', () => {
  const now = vi.spyOn(performance, 'now')
  let time = 0
  now.mockImplementation(() => (time += 10))
  const colours = createLineColours(byDepth)
  colours.linesOf('a\nb\nc\nd')
  expect(colours.work(15)).toBe(true)
  expect(colours.linesOf('a\nb\nc\nd').filter(({ parts }) => parts !== null)).toHaveLength(1)
  now.mockRestore()
})

test('a key colours its line at once, the lines below keep theirs, and are then looked at anew', () => {
  const { colour, colours, shown } = open('a\nb\nc')
  expect(shown('a(\nb\nc')).toEqual(['0', '0', '0'])
  expect(colour).toHaveBeenCalledTimes(1)
  expect(colours.work(100)).toBe(false)
  expect(shown('a(\nb\nc')).toEqual(['0', '1', '1'])
})

test('lines above an edit are not looked at again, and lines that look the same stay the same objects', () => {
  const { colour, colours } = open('a\nb\nc\nd')
  const before = colours.linesOf('a\nb\nc\nd').map(({ parts }) => parts)
  colours.linesOf('a\nb!\nc\nd')
  while (colours.work(100)) continue
  const after = colours.linesOf('a\nb!\nc\nd').map(({ parts }) => parts)
  expect(colour.mock.calls.map(([text]) => text)).toEqual(['b!', 'c', 'd'])
  expect([after[0], after[2], after[3]]).toEqual([before[0], before[2], before[3]])
  expect(after[2]).toBe(before[2])
})

test('lines put in and taken out move the others without a loss', () => {
  const { shown, colours } = open('a(\nb\nc')
  expect(shown('a(\nnew\nb\nc')).toEqual(['0', '1', '1', '1'])
  colours.work(100)
  expect(shown('a(\nc')).toEqual(['0', '1'])
  expect(shown('')).toEqual(['0'])
})
