import { expect, test } from 'vitest'
import { getHeader, type HeaderPairs } from '../../wire/headers.ts'
import { createWireRequest, readBody } from '../../wire/request-port.ts'
import { answerFile } from './file-answers.ts'

async function ask(headers: HeaderPairs) {
  const request = createWireRequest({ method: 'GET', url: 'http://localhost:3000/a.txt', headers })
  const answer = answerFile('/public/a.txt', '0123456789', request)
  const text = new TextDecoder().decode(await readBody(answer.body))
  return { ...answer, text }
}

test('a file has a type, a tag and a date, and comes whole', async () => {
  const { status, headers, text } = await ask([])
  expect([status, text]).toEqual([200, '0123456789'])
  expect(getHeader(headers, 'content-type')).toMatch(/^text\/plain/)
  expect(getHeader(headers, 'etag')).toMatch(/^W\/"/)
  expect(getHeader(headers, 'last-modified')).toMatch(/GMT$/)
})

test('who knows the tag gets 304', async () => {
  const tag = getHeader((await ask([])).headers, 'etag') ?? ''
  expect((await ask([['if-none-match', `"x", ${tag}`]])).status).toBe(304)
  expect((await ask([['if-none-match', '"x"']])).status).toBe(200)
})

test.each([
  ['bytes=2-4', 206, '234'],
  ['bytes=7-', 206, '789'],
  ['bytes=-3', 206, '789'],
  ['bytes=5-100', 206, '56789'],
  ['bytes=20-', 416, ''],
  ['lines=1-2', 200, '0123456789'],
])('a range %s is answered by %i', async (range, status, text) => {
  expect(await ask([['range', range]])).toMatchObject({ status, text })
})
