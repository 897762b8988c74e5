import { expect, test } from 'vitest'
import { createWireRequest } from '../wire/request-port.ts'
import { readText } from './fixtures/network.ts'
import { createOutside } from './outside.ts'

const request = createWireRequest({
  method: 'POST',
  url: 'https://example.com/a',
  headers: [
    ['content-type', 'text/plain'],
    ['traceparent', '00-1'],
    ['cookie', 'a=1'],
    ['user-agent', 'Mozilla/5.0'],
    ['sec-fetch-mode', 'cors'],
  ],
  body: new TextEncoder().encode('hello'),
})

test('a request to another host leaves without our own headers and without cookies', async () => {
  let left: Request | null = null
  const outside = createOutside(async (input, options) => {
    left = new Request(input, options)
    return new Response('answer', { status: 201 })
  }, 'leave')
  const response = await outside(request)
  expect(response.status).toBe(201)
  expect(await readText(response)).toBe('answer')
  expect([...left!.headers.keys()]).toEqual(['content-type'])
  expect(left!.credentials).toBe('omit')
  expect(await left!.text()).toBe('hello')
})

test('a host that does not answer is a sentence', async () => {
  const outside = createOutside(() => Promise.reject(new TypeError('Failed to fetch')), 'leave')
  await expect(outside(request)).rejects.toMatchObject({
    failure: {
      code: 'refused-host',
      message: expect.stringContaining('example.com did not answer'),
    },
  })
})

test('where nothing may leave, nothing is asked', async () => {
  let asked = false
  const outside = createOutside(async () => {
    asked = true
    return new Response()
  }, 'refuse')
  await expect(outside(request)).rejects.toMatchObject({ failure: { code: 'refused-host' } })
  expect(asked).toBe(false)
})

test('an abort is passed on as it is', async () => {
  const reason = new Error('left')
  const outside = createOutside(() => Promise.reject(new TypeError('aborted')), 'leave')
  await expect(outside({ ...request, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})
