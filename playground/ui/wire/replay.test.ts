import { expect, test } from 'vitest'
import { createExchangeId } from '../../runtime/wire/hop.ts'
import { recordHttp } from '../testing/recorded.ts'
import { toReplay } from './replay.ts'

const hop = recordHttp(createExchangeId(), {
  kind: 'api',
  method: 'POST',
  url: 'http://localhost:8000/users?x=1',
  status: 201,
  at: 0,
  ms: 1,
  requestHeaders: [
    ['host', 'localhost:8000'],
    ['traceparent', '00-x'],
    ['content-length', '2'],
    ['authorization', 'Bearer a.b.c'],
  ],
  requestBody: '{}',
})

test('a replay is the same request, without what belongs to the first crossing', () => {
  expect(toReplay(hop)).toEqual({
    host: 'backend',
    method: 'POST',
    path: '/users?x=1',
    headers: [['authorization', 'Bearer a.b.c']],
    body: new TextEncoder().encode('{}'),
  })
})

test('what went outside, or whose body was not kept whole, is not replayed', () => {
  expect(toReplay({ ...hop, 'url.full': 'https://example.com/' })).toBeNull()
  const cut = { bytes: new Uint8Array(2), size: 300_000, contentType: null }
  expect(toReplay({ ...hop, requestBody: cut })).toBeNull()
})
