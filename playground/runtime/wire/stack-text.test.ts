import { expect, test } from 'vitest'
import { stackText } from './stack-text.ts'

function errorWith(stack: string, message = 'no such row'): Error {
  return Object.assign(new TypeError(message), { stack })
}

test('frames alone, as WebKit and Firefox list them, get the name and the message', () => {
  const stack = 'read@http://127.0.0.1:3001/_next/app.js:3:7\n@http://127.0.0.1:3001/main.js:1:1'
  expect(stackText(errorWith(stack))).toBe(`TypeError: no such row\n${stack}`)
})

test('a stack that says both already stays as it is', () => {
  const stack = 'TypeError: no such row\n    at read (app.js:3:7)'
  expect(stackText(errorWith(stack))).toBe(stack)
  const withAt = 'TypeError: ada@example.com\n    at read (app.js:3:7)'
  expect(stackText(errorWith(withAt, 'ada@example.com'))).toBe(withAt)
})

test('a message that was changed after V8 wrote the stack stands nowhere twice', () => {
  const stack = 'TypeError: first\n    at read (app.js:3:7)'
  expect(stackText(errorWith(stack, 'second'))).toBe(stack)
})

test('without frames, name and message', () => {
  expect(stackText(errorWith(''))).toBe('TypeError: no such row')
  expect(stackText(errorWith('', ''))).toBe('TypeError')
})
