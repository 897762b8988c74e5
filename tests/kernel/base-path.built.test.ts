// An app below a path, with slashes at the end of its addresses, in the real kernel. Needs the built kernel.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getHeader } from '../../playground/runtime/wire/headers.ts'
import type { Flavour } from '../../playground/runtime/wire/message.ts'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

const app = {
  'next.config.ts': `export default {
  basePath: '/base', trailingSlash: true,
  async redirects() { return [{ source: '/old/:x', destination: '/one/:x', permanent: false }, { source: '/bare', destination: 'https://example.com/', basePath: false, permanent: false }] },
  async rewrites() { return [{ source: '/as/:x', destination: '/one/:x' }] },
  async headers() { return [{ source: '/about', headers: [{ key: 'x-about', value: '1' }] }] },
}`,
  'proxy.ts': `import { NextResponse } from 'next/server'
export function proxy(request) {
  const url = request.nextUrl.clone()
  url.pathname = '/about'
  return NextResponse.redirect(url)
}
export const config = { matcher: '/guarded/:path*' }`,
  'app/layout.tsx': `import Link from 'next/link'
export default function Layout({ children }) { return <html><body><Link href="/about">about</Link>{children}</body></html> }`,
  'app/page.tsx': `export default function Page() { return <h1>home</h1> }`,
  'app/about/page.tsx': `export default function Page() { return <h1>about</h1> }`,
  'app/one/[id]/page.tsx': `export default async function Page({ params }) { return <h1>one {(await params).id}</h1> }`,
  'public/file.txt': 'a file',
}

describe.each<Flavour>(['development', 'production'])('%s', (flavour) => {
  let kernel: OpenKernel
  const get = async (path: string) => {
    const { status, headers, text } = await kernel.request(path)
    const heading = /<h1>(.*?)<\/h1>/.exec(text)?.[1]?.replaceAll('<!-- -->', '')
    return { status, text, heading, location: getHeader(headers, 'location'), headers }
  }

  beforeAll(async () => {
    kernel = await openKernel()
    await kernel.boot(flavour, app, {})
  })
  afterAll(() => kernel.close())

  test('pages and files stand below the path, and nothing beside it', async () => {
    expect(await get('/base/')).toMatchObject({ status: 200, heading: 'home' })
    expect(await get('/base/one/7/')).toMatchObject({ status: 200, heading: 'one 7' })
    expect(await get('/base/file.txt')).toMatchObject({ status: 200, text: 'a file' })
    for (const path of ['/', '/about/', '/file.txt']) expect((await get(path)).status).toBe(404)
  })

  test('links have the path and the slash', async () => {
    expect((await get('/base/')).text).toContain('href="/base/about/"')
  })

  test('an address without its slash is sent to the one with it', async () => {
    expect(await get('/base/about?a=1')).toMatchObject({
      status: 308,
      location: '/base/about/?a=1',
    })
  })

  test('rules of next.config match with the slash, and without the path where they say so', async () => {
    expect(await get('/base/old/3/')).toMatchObject({ status: 307, location: '/base/one/3' })
    expect(await get('/base/as/4/')).toMatchObject({ status: 200, heading: 'one 4' })
    expect(await get('/bare/')).toMatchObject({ status: 307, location: 'https://example.com/' })
    expect(getHeader((await get('/base/about/')).headers, 'x-about')).toBe('1')
  })

  test('proxy.ts sees and makes addresses without the path', async () => {
    expect(await get('/base/guarded/x/')).toMatchObject({ status: 307, location: '/base/about/' })
  })
})
