// `next build` in small, in the real kernel: route classes, cached answers, errors. Needs the built kernel.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getHeader } from '../../playground/runtime/wire/headers.ts'
import type { BuiltRoute } from '../../playground/runtime/wire/message.ts'
import { conventions } from './fixtures/conventions.ts'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

const neverOld = (path: string, kind: BuiltRoute['kind']): BuiltRoute => {
  return { path, route: path, kind, message: null, revalidate: null, expire: null }
}

let kernel: OpenKernel
let kinds: Record<string, string> = {}
let brokenMessage = ''

beforeAll(async () => {
  kernel = await openKernel()
  await kernel.boot('production', {
    ...conventions,
    'app/posts/[slug]/page.tsx': `export function generateStaticParams() { return [{ slug: 'one' }, { slug: 'two' }] }
export default async function Page({ params }: any) { return <p>{(await params).slug} {Math.random()}</p> }`,
    'app/timed/page.tsx': `export const revalidate = 60\nexport default function Page() { return <p id="now">{Math.random()}</p> }`,
    'app/broken/page.tsx': `export default function Page() { throw new Error('broken while building') }`,
  })
  const built = await kernel.build()
  kinds = Object.fromEntries(built.map(({ path, kind }) => [path, kind]))
  brokenMessage = built.find(({ path }) => path === '/broken')?.message ?? ''
})
afterAll(() => kernel.close())

test('routes have the classes that next build gives them', () => {
  expect(kinds).toMatchObject({
    '/': 'static',
    '/cart': 'static',
    '/timed': 'static',
    '/posts/one': 'static',
    '/posts/two': 'static',
    '/sitemap.xml': 'static',
    '/users/[id]': 'dynamic',
    '/todos': 'dynamic',
    '/boom': 'dynamic',
    '/api/x': 'dynamic',
    '/broken': 'error',
  })
})

test('an error names its file and line', () => {
  expect(brokenMessage).toContain('broken while building')
  expect(brokenMessage).toContain('frontend/app/broken/page.tsx:1:')
})

test('a static page is answered from the cache, with the headers of next start', async () => {
  const first = await kernel.request('/timed')
  const second = await kernel.request('/timed')
  expect(getHeader(second.headers, 'x-nextjs-cache')).toBe('HIT')
  expect(getHeader(second.headers, 'cache-control')).toMatch(/^s-maxage=60/)
  expect(second.text).toBe(first.text)
  expect((await kernel.request('/posts/one')).text).toBe((await kernel.request('/posts/one')).text)
})

test('a dynamic page is not', async () => {
  const { headers } = await kernel.request('/users/9')
  expect(getHeader(headers, 'cache-control')).toContain('no-store')
  expect(getHeader(headers, 'x-nextjs-cache')).toBeNull()
})

test('a build that fails prints no table', async () => {
  expect((await kernel.logs()).join('\n')).not.toContain('Route (app)')
})

test('a write drops what was built', async () => {
  await kernel.write({ 'lib/greet.ts': `export const greet = () => 'rewritten'` })
  expect((await kernel.request('/')).text).toContain('rewritten')
})

test('with cacheComponents: a shell behind proxy.ts, a handler without one, headers for all', async () => {
  const guarded = await openKernel()
  try {
    await guarded.boot('production', {
      'next.config.ts': `export default { cacheComponents: true,
  headers: async () => [{ source: '/:path*', headers: [{ key: 'x-everywhere', value: 'yes' }] }] }`,
      'proxy.ts': `import { NextResponse } from 'next/server'
export function proxy(request) { return request.cookies.has('in') ? NextResponse.next() : NextResponse.redirect(new URL('/', request.url)) }
export const config = { matcher: '/mine' }`,
      'app/layout.tsx': `export default function Layout({ children }) { return <html><body>{children}</body></html> }`,
      'app/page.tsx': `export default function Page() { return <p>home</p> }`,
      'app/api/[id]/route.ts': `export async function GET(request, { params }) {
  return Response.json({ id: (await params).id }, { status: request.headers.has('x-no') ? 401 : 200 })
}`,
      'app/mine/page.tsx': `import { Suspense } from 'react'
import { cookies } from 'next/headers'
async function Mine() { return <p>{(await cookies()).get('in')?.value}’s</p> }
export default function Page() { return <Suspense fallback={<p>shell</p>}><Mine /></Suspense> }`,
    })
    const built = await guarded.build()
    expect((await guarded.logs()).join('\n')).toContain(`Route (app)
┌ ○ /
├ ○ /_not-found
├ ƒ /api/[id]
└ ◐ /mine


ƒ Proxy (Middleware)`)
    expect(built).toContainEqual(neverOld('/mine', 'partial'))
    expect((await guarded.request('/mine')).status).toBe(307)
    expect(built).toContainEqual(neverOld('/api/[id]', 'dynamic'))
    expect((await guarded.request('/api/7')).text).toBe('{"id":"7"}')
    expect(getHeader((await guarded.request('/')).headers, 'x-everywhere')).toBe('yes')
  } finally {
    await guarded.close()
  }
})

test('with cacheComponents: a build renders the shell and asks nothing that waits for a request', async () => {
  const partial = await openKernel()
  try {
    await partial.boot('production', {
      'next.config.ts': `export default { cacheComponents: true }`,
      'app/layout.tsx': `export default function Layout({ children }) { return <html><body>{children}</body></html> }`,
      'app/page.tsx': `import { Suspense } from 'react'
import { connection } from 'next/server'
async function Data() {
  await connection()
  return <p>{(await fetch('http://localhost:8000/data')).status}</p>
}
export default function Page() { return <Suspense fallback={<p>shell</p>}><Data /></Suspense> }`,
    })
    expect(await partial.build()).toContainEqual(neverOld('/', 'partial'))
    expect(await partial.asked()).toEqual([])
    await partial.request('/')
    expect(await partial.asked()).toEqual(['GET http://localhost:8000/data'])
  } finally {
    await partial.close()
  }
})
