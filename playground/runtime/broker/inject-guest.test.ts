import { describe, expect, test } from 'vitest'
import { findNonce, guestTag, injectGuest } from './inject-guest.ts'
import { streamOf } from './fixtures/network.ts'

const TAG = '<script src="/__host__/guest.js" data-cookies=""></script>'

async function inject(...chunks: (string | Uint8Array)[]): Promise<string> {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
      }
      controller.close()
    },
  })
  const bytes = await new Response(injectGuest(body, TAG)).arrayBuffer()
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** `|` is where the script belongs. */
const DOCUMENTS = [
  [
    'a whole document',
    '<!DOCTYPE html><html lang="en"><head>|<title>x</title></head><body></body></html>',
  ],
  ['capitals', '<!DOCTYPE HTML><HTML><HEAD>|<TITLE>x</TITLE></HEAD></HTML>'],
  ['blanks and line ends', '\n <!doctype html>\r\n<html>\n\t<head >|\n</head></html>'],
  [
    'attributes of the head',
    '<html><head data-a="x>y" data-b=\'>\'>|<meta charset="utf-8"></head>',
  ],
  ['an attribute of html with a sign in it', '<html data-x="a > b"><head>|</head></html>'],
  ['a comment that talks of <head>', '<!-- <head> --><html><!-- > --><head>|</head></html>'],
  ['no head', '<!doctype html><html>|<body><h1>x</h1></body></html>'],
  ['a header in place of a head', '<html>|<header>x</header></html>'],
  ['no html', '<!doctype html>|<title>x</title>'],
  ['only elements', '|<h1>x</h1>'],
  ['only text', '|hello, you there'],
  ['text that is short', '|hi'],
  ['a short element', '|<b>x'],
  ['nothing', '|'],
  ['only a doctype', '<!doctype html>|'],
  ['an unfinished tag', '<html><head|'],
  ['a mark of UTF-8 in front', '\uFEFF<!doctype html><html><head>|</head></html>'],
  ['an XML declaration', '<?xml version="1.0"?><html><head>|</head></html>'],
  ['letters of other languages', '<!-- ü --><html><head>|<title>日本</title></head></html>'],
] as const

describe('the guest’s place', () => {
  test.each(DOCUMENTS)('%s', async (_, document) => {
    expect(await inject(document.replace('|', ''))).toBe(document.replace('|', TAG))
  })

  test.each(DOCUMENTS)('%s, in chunks of one byte', async (_, document) => {
    const bytes = new TextEncoder().encode(document.replace('|', ''))
    const chunks = [...bytes].map((byte) => new Uint8Array([byte]))
    expect(await inject(...chunks)).toBe(document.replace('|', TAG))
  })

  test('only the first head counts', async () => {
    expect(await inject('<html><head></head><body><head></body></html>')).toBe(
      `<html><head>${TAG}</head><body><head></body></html>`,
    )
  })

  test('a document that never comes to its head is not held back for ever', async () => {
    const comment = `<!--${'x'.repeat(70_000)}`
    expect(await inject(comment, ' and more')).toBe(`${TAG}${comment} and more`)
  })
})

test('what is behind the head passes as it comes', async () => {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(encoder.encode('<html><head><title>'))
      await held
      controller.enqueue(encoder.encode('late'))
      controller.close()
    },
  })
  const reader = injectGuest(body, TAG).getReader()
  const { value } = await reader.read()
  expect(new TextDecoder().decode(value)).toBe(`<html><head>${TAG}<title>`)
  release()
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('late')
})

test('a reader that leaves cancels the document', async () => {
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) })
  await injectGuest(body, TAG).cancel()
  await expect.poll(() => cancelled).toBe(true)
})

test('a document that breaks off breaks off', async () => {
  const source = streamOf('<html><head>').getReader()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.read()
      if (done) controller.error(new Error('broke'))
      else controller.enqueue(value)
    },
  })
  await expect(new Response(injectGuest(body, TAG)).text()).rejects.toThrow()
})

describe('the tag', () => {
  test('carries the cookies so that nothing in them ends the attribute', () => {
    expect(guestTag('a="1"; b=<ü>', null)).toBe(
      '<script src="/__host__/guest.js" data-cookies="a%3D%221%22%3B%20b%3D%3C%C3%BC%3E"></script>',
    )
  })

  test('carries the nonce of the page', () => {
    expect(guestTag('', 'abc=')).toContain(' nonce="abc="')
  })

  test.each([
    ["script-src 'self' 'nonce-abc123'", 'abc123'],
    ["default-src 'self'; script-src 'strict-dynamic' 'nonce-a+b/c='", 'a+b/c='],
    ["script-src-elem 'nonce-x'", 'x'],
    ["style-src 'nonce-abc'", null],
    ["script-src 'self'", null],
    [null, null],
  ])('finds it in %j', (policy, nonce) => {
    expect(findNonce(policy)).toBe(nonce)
  })
})
