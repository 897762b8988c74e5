import { expect, test } from 'vitest'
import { describeRequest } from './browser-request.ts'

const PREVIEW = 'http://preview.example'

/** As the worker sees it: in Node a Request takes a header that a page could not set. */
function describe(origin: string) {
  const request = new Request(`${PREVIEW}/font.woff2`, { headers: { origin } })
  return describeRequest(request, PREVIEW, new AbortController().signal)
}

test('the origin that Chromium writes into a font’s request is the app’s for the app', async () => {
  const { url, headers } = await describe(PREVIEW)
  expect(url).toBe('http://localhost:3000/font.woff2')
  expect(headers).toContainEqual(['origin', 'http://localhost:3000'])
})

test('another origin stays what it is', async () => {
  const { headers } = await describe('http://evil.example')
  expect(headers).toContainEqual(['origin', 'http://evil.example'])
})
