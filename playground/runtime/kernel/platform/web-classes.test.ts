// What holds in Node too; that Cookie and Set-Cookie survive in a browser is web-classes.browser.test.ts.
import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { acceptNodeStreams, NativeRequest, ServerRequest, ServerResponse } from './web-classes.ts'

beforeAll(() => {
  acceptNodeStreams((stream) => Readable.toWeb(stream as Readable) as ReadableStream) // only Node streams are passed
})

test('a Node stream is a body', async () => {
  const request = new ServerRequest('http://a/', {
    method: 'POST',
    body: Readable.from([Buffer.from('{"a":'), Buffer.from('1}')]) as unknown as BodyInit, // as Next passes it
  })
  expect(await request.json()).toEqual({ a: 1 })
  expect(request.bodyUsed).toBe(true)
})

test('a form body names its boundary and can be read back', async () => {
  const body = new FormData()
  body.set('name', 'Ada')
  const request = new ServerRequest('http://a/', { method: 'POST', body })
  expect(request.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/)
  expect((await request.formData()).get('name')).toBe('Ada')
})

test('a form sent as bytes with its header is read by that header', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const request = new ServerRequest('http://a/', {
    method: 'POST',
    headers,
    body: new TextEncoder().encode('a=1&b=2'),
  })
  expect([...(await request.formData())]).toEqual([
    ['a', '1'],
    ['b', '2'],
  ])
})

test('a request made from a request takes its method, headers and body, and init wins', async () => {
  const first = new ServerRequest('http://a/x', {
    method: 'POST',
    headers: { cookie: 'a=1' },
    body: 'text',
  })
  const second = new ServerRequest(first, { headers: { cookie: 'b=2' } })
  expect([second.url, second.method, second.headers.get('cookie')]).toEqual([
    'http://a/x',
    'POST',
    'b=2',
  ])
  expect(await second.text()).toBe('text')
})

test('both sides of a cloned request can be read', async () => {
  const request = new ServerRequest('http://a/', {
    method: 'POST',
    headers: { cookie: 'a=1' },
    body: 'text',
  })
  const copy = request.clone()
  expect(await copy.text()).toBe('text')
  expect(await request.text()).toBe('text')
  expect(copy.headers.get('cookie')).toBe('a=1')
})

test('native and own objects are instances of both classes', () => {
  expect(new NativeRequest('http://a/')).toBeInstanceOf(ServerRequest)
  expect(new ServerRequest('http://a/')).toBeInstanceOf(NativeRequest)
  expect({}).not.toBeInstanceOf(ServerRequest)
})

test('a response keeps several Set-Cookie lines apart, also when cloned', () => {
  const headers = new Headers()
  headers.append('set-cookie', 'a=1')
  headers.append('set-cookie', 'b=2')
  const response = new ServerResponse('text', { status: 201, headers })
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(response.clone().headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(response.clone().status).toBe(201)
})

test('Response.json and Response.redirect give responses of this class', async () => {
  const json = ServerResponse.json({ a: 1 }, { status: 418 })
  expect([json.status, json.headers.get('content-type'), await json.json()]).toEqual([
    418,
    'application/json',
    { a: 1 },
  ])
  const redirect = ServerResponse.redirect('http://a/x')
  expect([redirect.status, redirect.headers.get('location')]).toEqual([302, 'http://a/x'])
})
