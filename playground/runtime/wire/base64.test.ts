import { expect, test } from 'vitest'
import { fromBase64Url, packContent, toBase64Url, unpackContent } from './base64.ts'

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, index) => index)

test('bytes come back from JSON as they were; text stays text', () => {
  expect(unpackContent(JSON.parse(JSON.stringify(packContent(EVERY_BYTE))))).toEqual(EVERY_BYTE)
  expect(packContent('grüße')).toBe('grüße')
  expect(unpackContent('grüße')).toBe('grüße')
})

test('in an address there is nothing to escape', () => {
  const text = toBase64Url(EVERY_BYTE)
  expect(text).toMatch(/^[\w-]+$/)
  expect(fromBase64Url(text)).toEqual(EVERY_BYTE)
  expect(() => fromBase64Url('!')).toThrow()
})
