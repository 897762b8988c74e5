// The table beside tough-cookie, the jar that Node programs use. Where the two differ, the table names the clause
// that decides; a difference without one fails, and so does a clause without a difference.
import { CookieJar } from 'tough-cookie'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { JAR_TABLE } from './fixtures/jar-table.ts'
import type { Row } from './fixtures/row.ts'

const CONTEXTS = {
  'same-site': 'strict',
  'cross-site-navigation': 'lax',
  'cross-site': 'none',
} as const

function differs({ steps }: Row): boolean {
  const jar = new CookieJar(undefined, { looseMode: true, prefixSecurity: 'silent' })
  return steps.some((step) => {
    vi.advanceTimersByTime((step.after ?? 0) * 1000)
    const http = step.api !== 'script'
    // tough-cookie knows no method: an unsafe navigation of another site is cross-site for Lax.
    const isUnsafe = 'method' in step && step.method === 'POST'
    const relation = isUnsafe ? 'cross-site' : (step.relation ?? 'same-site')
    const options = { http, sameSiteContext: CONTEXTS[relation] }
    if ('get' in step) return jar.getCookieStringSync(step.get, options) !== step.is
    // A navigation may set Strict cookies: tough-cookie asks for the context of the answer.
    const isNavigation = step.relation === 'cross-site-navigation'
    const setting = isNavigation ? { http, sameSiteContext: 'lax' as const } : options
    jar.setCookieSync(step.set, step.at ?? 'http://localhost:3000/', {
      ...setting,
      ignoreError: true,
    })
    return false
  })
}

describe('tough-cookie', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 24) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each(JAR_TABLE.filter(({ tough }) => tough === undefined))('agrees: $name', (row) => {
    expect(differs(row)).toBe(false)
  })

  test.each(JAR_TABLE.filter(({ tough }) => tough !== undefined))(
    'differs: $name ($tough)',
    (row) => {
      expect(differs(row)).toBe(true)
    },
  )
})
