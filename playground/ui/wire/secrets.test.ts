import { expect, test } from 'vitest'
import { showBody } from './body-text.ts'
import { DOTS, hideBody, hideHeader } from './secrets.ts'

test.each([
  ['Authorization', 'Bearer abc.def', `Bearer ${DOTS}`],
  ['authorization', 'abc', DOTS],
  ['Cookie', 'a=1; b=2', `a=${DOTS}; b=${DOTS}`],
  ['Set-Cookie', 'session=abc=; Path=/; HttpOnly', `session=${DOTS}; Path=/; HttpOnly`],
  ['Accept', 'text/html', 'text/html'],
])('%s: %s', (name, value, shown) => {
  expect(hideHeader(name, value)).toBe(shown)
})

test.each([
  ['{"email":"a@b.c","password": "se\\"cret"}', `{"email":"a@b.c","password": "${DOTS}"}`],
  ['{"access_token":"abc","n":1}', `{"access_token":"${DOTS}","n":1}`],
  ['name=Ada&password=secret&x=1', `name=Ada&password=${DOTS}&x=1`],
  [
    '--x\r\nContent-Disposition: form-data; name="1_password"\r\n\r\nsecret\r\n--x',
    `--x\r\nContent-Disposition: form-data; name="1_password"\r\n\r\n${DOTS}\r\n--x`,
  ],
  ['{"name":"Ada"}', '{"name":"Ada"}'],
])('%s', (text, shown) => {
  expect(hideBody(text)).toBe(shown)
})

const bytes = (text: string) => new TextEncoder().encode(text)

test('JSON is indented, other text stays as it came, bytes are their size', () => {
  expect(
    showBody({ bytes: bytes('{"a":1}'), size: 7, contentType: 'application/json' }),
  ).toMatchObject({ text: '{\n  "a": 1\n}' })
  expect(
    showBody({ bytes: bytes('0:{"a":1}'), size: 9, contentType: 'text/x-component' }),
  ).toMatchObject({ text: '0:{"a":1}' })
  expect(showBody({ bytes: Uint8Array.of(255, 0, 1), size: 3, contentType: 'image/png' })).toEqual({
    type: 'binary',
    size: 3,
  })
})

test('a body that was cut inside a character is still text, and says that it is a part', () => {
  expect(
    showBody({ bytes: bytes('aü').slice(0, 2), size: 300_000, contentType: 'text/plain' }),
  ).toEqual({ type: 'text', text: 'a', path: 'body.txt', isPart: true })
})
