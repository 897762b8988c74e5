import { describe, expect, it } from 'vitest'
import { FailureError } from '../runtime/wire/failure.ts'
import { parseInput, toHeaderPairs } from './parse-input.ts'

function refusal(name: Parameters<typeof parseInput>[0], value: unknown): string {
  try {
    parseInput(name, value)
  } catch (cause) {
    if (cause instanceof FailureError) return `${cause.failure.code}: ${cause.message}`
    throw cause
  }
  return 'accepted'
}

describe('input of window.bothEnds', () => {
  it.each([
    'frontend/app/page.tsx',
    'backend/main.py',
    'backend/.env',
    'frontend/app/[id]/page.tsx',
  ])('accepts the path %s', (path) => expect(parseInput('path', path)).toBe(path))

  it.each([
    'app/page.tsx',
    '/frontend/app/page.tsx',
    'frontend/../x',
    'frontend/a//b',
    'frontend/a/./b',
    'frontend/',
    'backend\\main.py',
    'frontend',
    7,
  ])('refuses the path %s with a sentence', (path) =>
    expect(refusal('path', path)).toMatch(/^bad-input: A path .*\.$/),
  )

  it('refuses a workspace without files', () => {
    expect(refusal('workspace', { files: {} })).toBe('bad-input: load() needs at least one file.')
    expect(refusal('workspace', undefined)).toBe(
      'bad-input: load() takes { files }, an object of paths and texts.',
    )
  })

  it('refuses an address on another host', () => {
    expect(refusal('address', '//elsewhere.example/')).toMatch(/begins with one slash/)
    expect(refusal('address', 'users')).toMatch(/begins with one slash/)
  })

  it('fills in what a request leaves out', () => {
    expect(parseInput('request', { host: 'backend', path: '/' })).toEqual({
      host: 'backend',
      path: '/',
      method: 'GET',
      headers: [],
    })
  })

  it('refuses a host that does not exist', () => {
    expect(refusal('request', { host: 'elsewhere', path: '/' })).toBe(
      'bad-input: The host is "frontend" or "backend".',
    )
  })

  it('takes headers as pairs and as an object', () => {
    expect(
      toHeaderPairs([
        ['a', '1'],
        ['a', '2'],
      ]),
    ).toEqual([
      ['a', '1'],
      ['a', '2'],
    ])
    expect(toHeaderPairs({ a: '1' })).toEqual([['a', '1']])
  })
})
