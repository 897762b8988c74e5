import { expect, test } from 'vitest'
import { findDifference } from './find-difference.ts'

/** What an editor does with it. */
function apply(before: string, after: string) {
  const { start, end } = findDifference(before, after)
  const put = after.slice(start, after.length - end)
  const taken = before.slice(start, before.length - end)
  const result = before.slice(0, start) + put + before.slice(before.length - end)
  return { taken, put, result }
}

test.each([
  ['<h1>People</h1>', '<h1>Persons</h1>', 'ople', 'rsons'],
  ['', 'one', '', 'one'],
  ['one', '', 'one', ''],
  ['same', 'same', '', ''],
  // What is there twice is not counted for both ends.
  ['aa', 'aaa', '', 'a'],
  ['aaa', 'aa', 'a', ''],
  ['a\nb\n', 'a\nb\nb\n', '', 'b\n'],
  // U+1F600 and U+1F601 share their first unit, U+1F600 and U+1FA00 their second.
  ['x😀y', 'x😁y', '😀', '😁'],
  ['x😀y', 'x🨀y', '😀', '🨀'],
  ['a\r\nb', 'a\rb', '\r\n', '\r'],
  ['a\r\nb', 'a\nb', '\r\n', '\n'],
])('%j → %j takes %j out and puts %j in', (before, after, taken, put) => {
  expect(apply(before, after)).toEqual({ taken, put, result: after })
})
