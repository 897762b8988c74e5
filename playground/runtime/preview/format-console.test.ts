import { describe, expect, it } from 'vitest'
import { formatConsole } from './format-console.ts'

describe('console lines as text', () => {
  it('fills in format specifiers and keeps what is left over', () => {
    expect(formatConsole(['%s has %d rows', 'user', 3.7, 'more'])).toBe('user has 3 rows more')
  })
  it('drops styles', () => expect(formatConsole(['%cred', 'color: red'])).toBe('red'))
  it('keeps a specifier that has no value', () => expect(formatConsole(['100%s'])).toBe('100%s'))
  it('shows objects as JSON, and a circle as such', () => {
    const circle: Record<string, unknown> = { a: 1 }
    circle['self'] = circle
    expect(formatConsole([circle])).toBe('{"a":1,"self":"[seen above]"}')
  })
  it('survives a getter that throws', () => {
    const hostile = {
      get boom(): never {
        throw new Error('no')
      },
    }
    expect(formatConsole([hostile])).toBe('[object Object]')
  })
  it('cuts what is too long', () =>
    expect(formatConsole(['x'.repeat(20_000)])).toHaveLength(10_001))
})
