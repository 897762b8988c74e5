import { expect, test } from 'vitest'
import { NativeRequest, NativeResponse, ServerRequest, ServerResponse } from './web-classes.ts'

const cookies = () => {
  const headers = new Headers()
  headers.append('set-cookie', 'a=1; Path=/')
  headers.append('set-cookie', 'b=2')
  return headers
}

test('a browser drops the Cookie of a request; ours keeps it', () => {
  const init = { headers: { cookie: 'a=1', host: 'localhost:3000' } }
  expect(new NativeRequest('http://a/', init).headers.get('cookie')).toBeNull()
  const request = new ServerRequest('http://a/', init)
  expect([request.headers.get('cookie'), request.headers.get('host')]).toEqual([
    'a=1',
    'localhost:3000',
  ])
  expect(request.clone().headers.get('cookie')).toBe('a=1')
})

test('a browser drops the Set-Cookie of a response; ours keeps every line', () => {
  expect(new NativeResponse('', { headers: cookies() }).headers.getSetCookie()).toEqual([])
  const response = new ServerResponse('', { headers: cookies() })
  expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2'])
})

test('a stream is a request body, and mode navigate is no error', async () => {
  const body = new Blob(['te', 'xt']).stream()
  const request = new ServerRequest('http://a/', { method: 'POST', mode: 'navigate', body })
  expect(await request.text()).toBe('text')
})

test('a browser takes a relative address; ours refuses it in Node’s words', () => {
  expect(new NativeRequest('undefined/api/hello').url).toMatch(/\/undefined\/api\/hello$/)
  expect(() => new ServerRequest('undefined/api/hello')).toThrow(
    new TypeError('Failed to parse URL from undefined/api/hello'),
  )
})
