import { expect, test } from 'vitest'
import type { Answer } from './exchange.ts'
import { compareAnswers } from './normalise.ts'

function answer(body: string, headers: Answer['headers'] = [], status = 200): Answer {
  return { status, headers, body }
}

const html = (body: string) =>
  answer(`${body}<script>self.__next_f.push([1,"x"])</script>`, [['content-type', 'text/html']])

const flight = (body: string) => answer(body, [['content-type', 'text/x-component']])

function parts(real: Answer, here: Answer): string[] {
  return compareAnswers(real, here).map(({ part }) => part)
}

test('the same answer has no difference', () => {
  expect(parts(answer('a', [['Date', 'now']]), answer('a', [['Date', 'later']]))).toEqual([])
})

test('status, a header that one side lacks, and the body are told apart', () => {
  expect(parts(answer('a', [['X-One', '1']], 404), answer('b'))).toEqual([
    'status',
    'header:x-one',
    'body',
  ])
})

test('names of headers compare without case; values of one name keep their order', () => {
  const two = answer('', [
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ])
  const swapped = answer('', [
    ['Set-Cookie', 'b=2'],
    ['Set-Cookie', 'a=1'],
  ])
  expect(parts(two, answer('', [...two.headers]))).toEqual([])
  expect(parts(two, swapped)).toEqual(['header:set-cookie'])
})

test('a cookie’s Expires beside Max-Age is the clock; alone it counts', () => {
  const cookie = (value: string) => answer('', [['set-cookie', value]])
  expect(
    parts(
      cookie('a=1; Path=/; Expires=Tue, 01 Dec 2026 08:00:00 GMT; Max-Age=9; HttpOnly'),
      cookie('a=1; Path=/; Expires=Tue, 01 Dec 2026 08:00:01 GMT; Max-Age=9; HttpOnly'),
    ),
  ).toEqual([])
  expect(parts(cookie('a=1; Expires=0'), cookie('a=1; Expires=1'))).toEqual(['header:set-cookie'])
})

test('a token is random, in a header and in a body; that there is one counts', () => {
  const token = (signature: string) => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${signature}`
  const cookie = (value: string) => answer('', [['set-cookie', `session=${value}; Path=/`]])
  expect(parts(cookie(token('one-1')), cookie(token('two_2')))).toEqual([])
  expect(parts(cookie(token('one-1')), cookie(''))).toEqual(['header:set-cookie'])
  expect(parts(answer(token('one-1')), answer(token('two_2')))).toEqual([])
  expect(parts(answer(token('one-1')), answer(token('')))).toEqual([])
  expect(parts(answer(token('one-1')), answer('eyJ'))).toEqual(['body'])
})

test('how long a page waited is measured anew each time, in its markup and in its data', () => {
  const page = (seconds: string) =>
    html(`<p>It was answered after <!-- -->${seconds}<!-- --> s.</p>`)
  expect(parts(page('0.1'), page('0.3'))).toEqual([])
  expect(parts(page('0.1'), page('no time'))).toEqual(['body'])
  const routed = (seconds: string) =>
    flight(`0:["$","p",null,{"children":["It was answered after ","${seconds}"," s."]}]\n`)
  expect(parts(routed('0.1'), routed('0.3'))).toEqual([])
  expect(parts(routed('0.1'), routed('no time'))).toEqual(['body'])
})

test('the rest of a minute is a clock, in the header and in words; no rest is a difference', () => {
  const refused = (rest: string) =>
    answer(`{"message":"Please wait ${rest} seconds."}`, [['retry-after', rest]])
  expect(parts(refused('60'), refused('59'))).toEqual([])
  expect(parts(refused('60'), refused('0'))).toEqual(['header:retry-after', 'body'])
})

test('an address that a check makes up counts but for what is drawn', () => {
  const person = (email: string) => answer(`{"email":"${email}"}`)
  const one = person('uma.be2490b2@example.com')
  expect(parts(one, person('uma.711d8966@example.com'))).toEqual([])
  expect(parts(one, person('ben.711d8966@example.com'))).toEqual(['body'])
})

test('ids of rows and of requests are random; those that were sent count', () => {
  const row = (id: string) => answer(`{"id":"${id}"}`)
  const one = row('5053cd02-a929-4afd-8e06-540dfd644222')
  expect(parts(one, row('1b7bb805-4c32-4b6e-8514-c8beb0c41fad'))).toEqual([])
  expect(parts(one, row('1'))).toEqual(['body'])
  const request = (id: string) => answer('', [['x-request-id', id]])
  expect(parts(request('0'.repeat(32)), request('f'.repeat(32)))).toEqual([])
  expect(parts(request('from.outside-1'), request('f'.repeat(32)))).toEqual(['header:x-request-id'])
})

test.each([
  ['<p class="page-module__a1B2c3__title">', '<p class="page_title__a1b2c">'],
  ['<p class="_1B2c3d_title">', '<p class="page_title__a1b2c">'],
  ['<p class="a1B2c3_title button">', '<p class="page-module__a1B2c3__title button">'],
  [
    '<link rel="icon" href="/icon.svg?1a2b" sizes="any"/>',
    '<link href="/icon.svg?icon.9.svg" rel="icon" sizes="any"/>',
  ],
  ['<link rel="stylesheet" href="/_next/a.css"/><p>', '<p>'],
])('%s is the same markup as %s', (real, here) => {
  expect(parts(html(real), html(here))).toEqual([])
})

test.each([
  ['<p>one</p>', '<p>two</p>'],
  ['<p class="a">', '<p class="b">'],
  ['<p title="a">', '<p>'],
  ['<meta name="robots" content="noindex"/>', ''],
])('%s is other markup than %s', (real, here) => {
  expect(parts(html(real), html(here))).toEqual(['body'])
})

test('a part that was streamed is the same as one that came at once', () => {
  const streamed =
    '<main><!--$?--><template id="B:0"></template><p>Wait</p><!--/$--></main>' +
    '<div hidden id="S:0"><template id="P:1"></template></div><div hidden id="S:1"><div>Rows</div></div>' +
    '<script>$RS("S:1","P:1")</script><script>$RC("B:0","S:0")</script>'
  const atOnce = '<main><!--$--><div>Rows</div><!--/$--></main>'
  expect(parts(html(streamed), html(atOnce))).toEqual([])
  expect(parts(html(streamed), html(atOnce.replace('Rows', 'No rows')))).toEqual(['body'])
})

test('a text that was waited for is the same as one that came at once', () => {
  expect(parts(html('<p>12 notes<!-- --></p>'), html('<p>12 notes</p>'))).toEqual([])
  expect(parts(html('<p>12<!-- --> notes</p>'), html('<p>12 notes</p>'))).toEqual(['body'])
})

test('a text that was streamed into the middle of another is the same as one that came at once', () => {
  const streamed =
    '<main><!--$?--><template id="B:0"></template><!--/$--></main><div hidden id="S:0"><p>It says <template id="P:1">' +
    '</template></p></div><div hidden id="S:1">404</div><script>$RS("S:1","P:1");$RC("B:0","S:0")</script>'
  const atOnce = '<main><!--$--><p>It says <!-- -->404</p><!--/$--></main>'
  expect(parts(html(streamed), html(atOnce))).toEqual([])
  expect(parts(html(streamed), html(atOnce.replace('404', '200')))).toEqual(['body'])
})

test('metadata and a failure that came late are the same as those that came at once', () => {
  const late =
    '<head><meta name="viewport" content="w"/></head><main><!--$?--><template id="B:1"></template><!--/$--></main>' +
    '<script>$RX("B:1","NOT_FOUND;404","It \\"failed\\"","at a","at b")</script>' +
    '<meta name="robots" content="noindex"/><meta name="next-error" content="not-found"/><title>None</title>'
  const atOnce =
    '<head><meta name="viewport" content="w"/><title>None</title><meta name="robots" content="noindex"/>' +
    '<meta name="next-error" content="not-found"/></head><main><!--$!--><template data-dgst="NOT_FOUND;404" ' +
    'data-msg="It &quot;failed&quot;" data-stck="x" data-cstck="y"></template><!--/$--></main>'
  expect(parts(html(late), html(atOnce))).toEqual([])
  for (const [one, other] of [
    ['None', 'Some'],
    ['failed', 'went wrong'],
    ['404', '403'],
    ['noindex', 'index'],
  ] as const)
    expect(parts(html(late), html(atOnce.replace(one, other)))).toEqual(['body'])
})

test('router data is compared by what it means, not by the numbers and the order of its rows', () => {
  const real = '1:I[7,["a.js"],"Form"]\n2:{"children":"Hi"}\n0:{"f":["$","$L1",null,"$2"]}\n'
  const here = '0:{"f":["$","$La",null,{"children":"Hi"}]}\na:I["(app)/form",[],"Form"]\n'
  expect(parts(flight(real), flight(here))).toEqual([])
  expect(parts(flight(real), flight(here.replace('Hi', 'Ho')))).toEqual(['body'])
  expect(parts(flight(real), flight(here.replace('Form', 'Star')))).toEqual(['body'])
})

test('a value that refers to itself ends', () => {
  expect(parts(flight('0:{"a":"$0"}\n'), flight('0:{"a":"$0"}\n'))).toEqual([])
})

test('where the shell of a page ends is counted in bytes, what an action returned is not', () => {
  const page = (end: string) => flight(`1:${end}\n0:{"S":true,"a":"$@1"}\n`)
  expect(parts(page('2248'), page('2419'))).toEqual([])
  expect(parts(page('2248'), page('null'))).toEqual(['body'])
  const action = (result: string) => flight(`1:${result}\n0:{"q":"","a":"$@1"}\n`)
  expect(parts(action('1'), action('2'))).toEqual(['body'])
})

test('a page within the stream of a page is compared by what it means', () => {
  const page = (within: string) =>
    flight(
      `0:{"S":true,"p":"$1"}\n1:R\n1:o1,~1:o${Buffer.byteLength(within).toString(16)},${within}1:C\n`,
    )
  const real = page('2:{"children":"Sí"}\n0:["$","p",null,"$2"]\n')
  expect(parts(real, page('0:["$","p",null,"$3"]\n3:{"children":"Sí"}\n'))).toEqual([])
  expect(parts(real, page('0:["$","p",null,"$3"]\n3:{"children":"No"}\n'))).toEqual(['body'])
})

test('of a stylesheet the rules count, not its length; of a text the length does', () => {
  const sheet = (body: string, type = 'text/css; charset=UTF-8') =>
    answer(body, [
      ['content-type', type],
      ['content-length', String(body.length)],
    ])
  expect(parts(sheet('a { top: 0 }'), sheet('a{top:0}'))).toEqual([])
  expect(parts(sheet('a { top: 0 }'), sheet('b { top: 0 }'))).toEqual(['body'])
  expect(parts(sheet('a', 'text/plain'), sheet('ab', 'text/plain'))).toContain(
    'header:content-length',
  )
})
