// What goes wrong in a learner's app, and how the kernel says it: pages, console, abort. Needs the built kernel.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

let kernel: OpenKernel
const layout = `export default function Layout({ children }: any) { return <html><body>{children}</body></html> }`
/** TypeScript drops imports that nothing uses, so these use theirs. */
const using = (name: string) => `export default function Page() { return <p>{String(${name})}</p> }`
const page = `export default function Page() { return <p id="ok">fine</p> }`

beforeAll(async () => {
  kernel = await openKernel()
  await kernel.boot('development', {})
})
afterAll(() => kernel.close())

async function see(
  files: Record<string, string | null>,
): Promise<{ status: number; text: string }> {
  await kernel.write(files)
  const { status, text } = await kernel.request('/')
  return {
    status,
    text: text.replaceAll('&#34;', '"').replaceAll('&#60;', '<').replaceAll('&#62;', '>'),
  }
}

test('no files: the page says what to create', async () => {
  const { status, text } = await see({})
  expect([
    status,
    text.includes('Create frontend/app/layout.tsx and frontend/app/page.tsx'),
  ]).toEqual([404, true])
})

test('no page: the 404 of Next, and a line in the console', async () => {
  const { status, text } = await see({ 'app/layout.tsx': layout })
  expect([status, text.includes('This page could not be found')]).toEqual([404, true])
  expect((await kernel.logs()).join('\n')).toContain('frontend/app/page.tsx does not exist')
})

test.each([
  [
    'no root layout',
    { 'app/layout.tsx': null, 'app/page.tsx': page },
    "doesn't have a root layout",
    'frontend/app/page.tsx',
  ],
  [
    'no default export',
    { 'app/layout.tsx': layout, 'app/page.tsx': 'export const x = 1' },
    'The default export is not a React Component in "/page"',
    '',
  ],
  [
    'a throw while loading',
    { 'app/page.tsx': `throw new Error('at load')\n${page}` },
    'at load',
    'frontend/app/page.tsx:1:7',
  ],
  [
    'a missing package',
    { 'app/page.tsx': `'use client'\nimport { x } from 'left-pad'\n${using('x')}` },
    "Can't resolve 'left-pad'",
    'frontend/app/page.tsx:2:1',
  ],
  [
    'a missing stylesheet',
    { 'app/page.tsx': `import './gone.css'\n${page}` },
    "Can't resolve './gone.css'",
    'frontend/app/page.tsx:1:1',
  ],
  [
    'a broken stylesheet',
    { 'app/page.tsx': `import './a.css'\n${page}`, 'app/a.css': 'p {\n color: red' },
    'Unclosed block',
    'frontend/app/a.css:1:1',
  ],
  [
    'broken JSON',
    { 'app/page.tsx': `import a from './a.json'\n${using('a')}`, 'app/a.json': '{\n "a": }' },
    'Cannot parse JSON',
    'frontend/app/a.json',
  ],
  [
    'a hook on the server',
    { 'app/page.tsx': `import { useState } from 'react'\n${using('useState(1)')}` },
    'depends on `useState`',
    'frontend/app/page.tsx:1:10',
  ],
])('%s is a page with its place, and is gone once mended', async (_name, files, message, place) => {
  const broken = await see(files)
  expect(broken.status).toBe(500)
  expect(broken.text).toContain(message)
  expect(broken.text).toContain(place)
  expect(broken.text).not.toContain('/__host__/')
  const mended = await see({ 'app/layout.tsx': layout, 'app/page.tsx': page })
  expect([mended.status, mended.text.includes('id="ok"')]).toEqual([200, true])
})

test('two names for one dynamic segment', async () => {
  const broken = await see({ 'app/[a]/page.tsx': page, 'app/[b]/x/page.tsx': page })
  expect([broken.status, broken.text.includes('different slug names')]).toEqual([500, true])
  expect((await see({ 'app/[a]/page.tsx': null, 'app/[b]/x/page.tsx': null })).status).toBe(200)
})

test('next.config: an edit takes effect, a mistake is shown and mended', async () => {
  await kernel.write({
    'next.config.ts': `export default { redirects: async () => [{ source: '/go', destination: '/there', permanent: false }] }`,
  })
  expect((await kernel.request('/go')).status).toBe(307)
  const broken = await see({ 'next.config.ts': 'export default {' })
  expect([broken.status, broken.text.includes('frontend/next.config.ts:1')]).toEqual([500, true])
  expect((await see({ 'next.config.ts': null })).status).toBe(200)
  expect((await kernel.request('/go')).status).toBe(404)
})

test('trailing slashes: away by default, wanted when next.config says so', async () => {
  await kernel.write({ 'app/slash/page.tsx': page })
  const location = async (path: string) => {
    const { status, headers } = await kernel.request(path)
    return [status, headers.find(([name]) => name === 'location')?.[1]]
  }
  expect(await location('/slash/?q=1')).toEqual([308, '/slash?q=1'])
  await kernel.write({ 'next.config.ts': 'export default { trailingSlash: true }' })
  expect(await location('/slash?q=1')).toEqual([308, '/slash/?q=1'])
  expect(await location('/slash/')).toEqual([200, undefined])
  await kernel.write({ 'next.config.ts': null })
})

test('a caller that goes away aborts the handler', async () => {
  await kernel.write({
    'app/api/long/route.ts': `export async function GET(request: Request) {
  request.signal.addEventListener('abort', () => console.log('handler saw the abort'))
  return new Response(new ReadableStream({
    async pull(controller) { await new Promise((resolve) => setTimeout(resolve, 20)); controller.enqueue(new Uint8Array([46])) },
    cancel() { console.log('stream was cancelled') },
  }))
}`,
  })
  await kernel.page.evaluate(() => harness.abortAfter('/api/long', 120))
  await expect
    .poll(async () => (seen += (await kernel.logs()).join('\n')))
    .toContain('handler saw the abort')
})
let seen = ''

test('what is thrown where nobody listens is printed, and Next goes on', async () => {
  await kernel.write({
    'app/api/stray/route.ts': `export async function GET() {
  setTimeout(() => { throw new Error('stray throw') }, 0)
  void Promise.reject(new Error('stray rejection'))
  return new Response('answered')
}`,
  })
  expect((await kernel.request('/api/stray')).text).toBe('answered')
  await expect.poll(async () => (seen += (await kernel.logs()).join('\n'))).toContain('stray throw')
  await expect
    .poll(async () => (seen += (await kernel.logs()).join('\n')))
    .toContain('stray rejection')
  expect(seen).toContain('frontend/app/api/stray/route.ts:2:')
  expect(seen).not.toContain('[worker]')
  expect((await kernel.request('/')).status).toBe(200)
})

test('a megabyte goes up and comes down', async () => {
  await kernel.write({
    'app/api/echo/route.ts': `export async function POST(request: Request) { return new Response(await request.text()) }`,
  })
  const length = await kernel.page.evaluate(async () => {
    const { text } = await harness.request('/api/echo', {
      method: 'POST',
      body: 'x'.repeat(1024 * 1024),
    })
    return text.length
  })
  expect(length).toBe(1024 * 1024)
})

test('a file that no page reaches yet is wrong only where it is wrong on both sides', async () => {
  const hook = `import { useState } from 'react'\nexport const useOpen = () => useState(false)`
  const wrong = async (file: string, text: string) => {
    const { errors } = await kernel.write({ [file]: text })
    await kernel.write({ [file]: null })
    return errors.map((error) => error.place?.file)
  }
  expect(await wrong('lib/use-open.ts', hook)).toEqual([])
  expect(await wrong('lib/browser.ts', `import 'client-only'\nexport const b = 1`)).toEqual([])
  expect(await wrong('lib/secret.ts', `import 'server-only'\nexport const s = 1`)).toEqual([])
  expect(await wrong('lib/broken.ts', 'export const = 1')).toEqual(['frontend/lib/broken.ts'])
  expect(await wrong('app/later/page.tsx', `${hook}\n${page}`)).toEqual([
    'frontend/app/later/page.tsx',
  ])
})

test('load replaces the files, and module state with them', async () => {
  const counting = `let count = 0\nexport const dynamic = 'force-dynamic'\nexport default function Page() { return <p>count {count++}</p> }`
  const files = { 'app/layout.tsx': layout, 'app/page.tsx': counting }
  const count = async () => /count (?:<!-- -->)?(\d+)/.exec((await kernel.request('/')).text)?.[1]
  expect((await kernel.load(files)).errors).toEqual([])
  expect([await count(), await count()]).toEqual(['0', '1'])
  await kernel.load(files)
  expect(await count()).toBe('0')
  expect((await kernel.request('/slash')).status).toBe(404)
})
