import { describe, expect, test } from 'vitest'
import {
  decodePath,
  repeatedSlashRedirect,
  trailingSlashRedirect,
  withoutBasePath,
} from './mended-path.ts'

const at = (path: string) => new URL(`http://localhost:3000${path}`)

test('repeated slashes become one; the query stays as it is', () => {
  expect(repeatedSlashRedirect(at('//a///b?to=//c'))).toEqual({
    status: 308,
    location: '/a/b?to=//c',
  })
  expect(repeatedSlashRedirect(at('/a/b?to=//c'))).toBeNull()
})

describe('a slash at the end', () => {
  test('is taken away, or wanted, but never of files, of the root or of Next’s own', () => {
    expect(trailingSlashRedirect(at('/a/?q=1'), false)?.location).toBe('/a?q=1')
    expect(trailingSlashRedirect(at('/a?q=1'), true)?.location).toBe('/a/?q=1')
    expect(trailingSlashRedirect(at('/a.txt'), true)).toBeNull()
    expect(trailingSlashRedirect(at('/'), false)).toBeNull()
    expect(trailingSlashRedirect(at('/_next/x/'), false)).toBeNull()
  })
})

test('an address is below the base path or not the app’s', () => {
  expect(withoutBasePath('/base/a', '/base')).toBe('/a')
  expect(withoutBasePath('/base', '/base')).toBe('/')
  expect(withoutBasePath('/basement', '/base')).toBeNull()
  expect(withoutBasePath('/_next/static/x.js', '/base')).toBe('/_next/static/x.js')
  expect(withoutBasePath('/a', '')).toBe('/a')
})

test('a malformed escape is no path', () => {
  expect(decodePath('/a%20b')).toBe('/a b')
  expect(decodePath('/%E0%A4%A')).toBeNull()
})
