import { expect, test } from 'vitest'
import { diffLines } from './line-diff.ts'

const marks = { same: ' ', removed: '-', added: '+' } as const
const print = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => marks[kind] + text)

test('a changed line goes before it comes', () => {
  expect(print('a\nb\nc', 'a\nB\nc')).toEqual([' a', '-b', '+B', ' c'])
})

test('equal texts have nothing that goes or comes', () => {
  expect(print('a\nb', 'a\nb')).toEqual([' a', ' b'])
})

test('lines at both ends are found', () => {
  expect(print('b', 'a\nb\nc')).toEqual(['+a', ' b', '+c'])
  expect(print('a\nb\nc', 'b')).toEqual(['-a', ' b', '-c'])
})

test('both texts can be put together again', () => {
  const before = 'one\ntwo\nthree\nfour\nfive'
  const after = 'zero\ntwo\nfour\nthree\nfive\nsix'
  const lines = diffLines(before, after)
  const without = (kind: string) =>
    lines
      .filter((line) => line.kind !== kind)
      .map(({ text }) => text)
      .join('\n')
  expect(without('added')).toBe(before)
  expect(without('removed')).toBe(after)
})
