import { afterEach, expect, test, vi } from 'vitest'
import { readEnvironment } from '@/lib/env'
import { safeNext } from '@/lib/safe-next'
import { isFromHere } from '@/lib/same-origin'
import { readSearch, searchHref } from '@/lib/search'
import { securityHeaders } from '@/lib/security-headers'
import { isTokenShaped, sessionCookieName, sessionCookieOptions } from '@/lib/session-cookie'
import { isUuid } from '@/lib/uuid'

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each(['/notes', '/notes?q=a%20b&page=2', '/account'])('%s is a place to go', (path) => {
  expect(safeNext(path)).toBe(path)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'evil.example',
  '',
  undefined,
  ['/notes'],
])('%j is not', (value) => {
  expect(safeNext(value)).toBe('/notes')
})

test.each(['a.b.c', 'eyJ-_9.eyJ.x'])('%s may be a token', (value) => {
  expect(isTokenShaped(value)).toBe(true)
})

test.each(['', 'a.b', 'a.b.c.d', 'a.b.c\r\nX: y', 'a.b.€', `a.b.${'c'.repeat(6000)}`])(
  '%j is never sent on',
  (value) => {
    expect(isTokenShaped(value)).toBe(false)
  },
)

test.each(['..', '../users', 'null', '', 7, '00000000-0000-0000-0000-000000000000x'])(
  '%j is no id',
  (value) => {
    expect(isUuid(value)).toBe(false)
  },
)

test('the cookie is Secure and __Host- on https, and neither on plain http', () => {
  expect([sessionCookieName(), sessionCookieOptions().secure]).toEqual(['session', false])
  vi.stubEnv('APP_URL', 'https://notes.example.com')
  expect([sessionCookieName(), sessionCookieOptions().secure]).toEqual(['__Host-session', true])
  expect(sessionCookieOptions()).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
})

test.each(['API_URL', 'APP_URL'])('a missing or wrong %s is named, its value is not', (name) => {
  vi.stubEnv(name, '')
  expect(readEnvironment).toThrow(`${name} is not set`)
  vi.stubEnv(name, 's3cret')
  expect(readEnvironment).toThrow(`${name} is not an address`)
  expect(readEnvironment).not.toThrow('s3cret')
})

test.each([
  [{ page: '0' }, 1],
  [{ page: '-2' }, 1],
  [{ page: '1e3' }, 1],
  [{ page: ['2', '3'] }, 1],
  [{ page: '3' }, 3],
])('page %o is read as %i', (params, page) => {
  expect(readSearch(params).page).toBe(page)
})

test('an address names only what differs from the usual, and is read back alike', () => {
  expect(searchHref('/notes', { q: '', page: 1 })).toBe('/notes')
  expect(searchHref('/notes', { q: 'a&b', page: 2 })).toBe('/notes?q=a%26b&page=2')
  expect(readSearch({ q: ' a\0b ' }).q).toBe('ab')
})

test('the policy forbids frames, plugins and scripts from elsewhere; eval is for development', () => {
  const policyOf = (environment: Record<string, string>) =>
    securityHeaders(environment)[0]?.headers.find(({ key }) => key === 'Content-Security-Policy')
      ?.value ?? ''
  const policy = policyOf({ NODE_ENV: 'production' })
  for (const rule of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"])
    expect(policy).toContain(rule)
  expect(policy).not.toContain('unsafe-eval')
  expect(policyOf({ NODE_ENV: 'development' })).toContain('unsafe-eval')
  expect(policyOf({ CONTENT_SECURITY_POLICY: 'off' })).toBe('')
})

test.each([
  [{ host: 'notes.example.com', origin: 'https://notes.example.com' }, true],
  [{ host: 'notes.example.com' }, true],
  [
    {
      host: 'inside:3000',
      'x-forwarded-host': 'notes.example.com, inside',
      origin: 'https://notes.example.com',
    },
    true,
  ],
  [{ host: 'notes.example.com', origin: 'https://evil.example' }, false],
  [{ host: 'notes.example.com', origin: 'https://notes.example.com:8443' }, false],
  [{ host: 'notes.example.com', origin: 'null' }, false],
  [{ host: 'inside:3000', origin: 'https://notes.example.com' }, false],
])('a form with %o: of ours is %s', (headers, isOurs) => {
  expect(isFromHere(new Headers(headers))).toBe(isOurs)
})
