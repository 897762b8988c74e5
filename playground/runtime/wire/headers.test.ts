import { describe, expect, test } from 'vitest'
import { withContentLength } from './headers.ts'

describe('the length of a body that is known', () => {
  const bytes = new TextEncoder().encode('é')

  test('is its bytes, not its characters', () => {
    expect(withContentLength([['a', 'b']], 'POST', bytes)).toEqual([
      ['a', 'b'],
      ['content-length', '2'],
    ])
  })

  test('is 0 where a body would be expected, and not said where none would', () => {
    expect(withContentLength([], 'PUT', null)).toEqual([['content-length', '0']])
    expect(withContentLength([], 'GET', null)).toEqual([])
    expect(withContentLength([], 'DELETE', null)).toEqual([])
  })

  test('is what the sender says, right or wrong', () => {
    const named = [['Content-Length', '7']] as const
    expect(withContentLength(named, 'POST', bytes)).toBe(named)
  })
})
