import { expect, test } from 'vitest'
import { getHeader, type HeaderPairs } from '../../wire/headers.ts'
import { createWireRequest } from '../../wire/request-port.ts'
import { answerStatic } from './static-answers.ts'

function ask(path: string, isDevelopment: boolean, headers: HeaderPairs = []) {
  const source = {
    isDevelopment,
    file: () => undefined,
    chunk: (name: string) => (name === 'app-1' ? 'let one' : undefined),
    style: (name: string) => (name === 'static/css/a.css' ? '.a{}' : undefined),
  }
  const url = `http://localhost:3000${path}`
  return answerStatic(source, createWireRequest({ method: 'GET', url, headers }))
}

test.each([
  ['/_next/static/css/a.css', /^text\/css/],
  ['/_next/static/chunks/app-1.js', /^application\/javascript/],
])('%s has its type, a tag and a date', (path, type) => {
  const { status, headers = [] } = ask(path, true) ?? {}
  expect(status).toBe(200)
  expect(getHeader(headers, 'content-type')).toMatch(type)
  expect(getHeader(headers, 'etag')).toMatch(/^W\/"/)
  expect(getHeader(headers, 'last-modified')).toMatch(/GMT$/)
})

test('in development it is asked for again, by its tag; a build’s is kept', () => {
  const path = '/_next/static/css/a.css?v=1'
  const { headers = [] } = ask(path, true) ?? {}
  expect(getHeader(headers, 'cache-control')).toBe('no-cache, must-revalidate')
  const tag = getHeader(headers, 'etag') ?? ''
  expect(ask(path, true, [['if-none-match', tag]])?.status).toBe(304)
  expect(getHeader(ask(path, false)?.headers ?? [], 'cache-control')).toContain('immutable')
})

test('what is unknown there gets a text, what lies elsewhere nothing', () => {
  expect(ask('/_next/static/css/b.css', false)?.status).toBe(404)
  expect(ask('/css/a.css', false)).toBeNull()
})
