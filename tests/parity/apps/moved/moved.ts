// basePath and trailingSlash together, with a 404 page of its own document, and what both do to links, redirects, rewrites, files, actions and proxy.ts.
import { multipart } from '../../forms.ts'
import { dataRequest } from '../../rsc-request.ts'
import { ask, pages, type Slice } from '../fixture-app.ts'

export const moved: Slice = {
  files: {
    'next.config.ts': `export default {
  basePath: '/base', trailingSlash: true, experimental: { globalNotFound: true }, typescript: { ignoreBuildErrors: true },
  async redirects() { return [{ source: '/old/:x', destination: '/one/:x', permanent: false }, { source: '/bare', destination: 'https://example.com/', basePath: false, permanent: false }] },
  async rewrites() { return [{ source: '/as/:x', destination: '/one/:x' }] },
  async headers() { return [{ source: '/about', headers: [{ key: 'x-about', value: '1' }] }] },
}`,
    'proxy.ts': `import { NextResponse } from 'next/server'
export function proxy(request) {
  const { nextUrl } = request
  if (nextUrl.pathname.startsWith('/guarded')) { const url = nextUrl.clone(); url.pathname = '/about'; return NextResponse.redirect(url) }
  return NextResponse.next({ headers: { 'x-seen': nextUrl.basePath + '|' + nextUrl.pathname } })
}
export const config = { matcher: ['/guarded/:path*', '/one/:path*'] }`,
    'app/layout.tsx': `import Link from 'next/link'
import icon from './dot.svg'
export default function Layout({ children }) { return <html lang="en"><body><Link href="/about">about</Link><Link href="/one/1?q=1#h">one</Link>{children}</body></html> }`,
    'app/dot.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`,
    'app/global-not-found.tsx': `import './nowhere.css'
export const metadata = { title: 'Nowhere' }
export default function GlobalNotFound() { return <html lang="de"><body><h1>our global 404</h1></body></html> }`,
    'app/nowhere.css': `h1 { color: gray }`,
    'app/page.tsx': `export default function Page() { return <h1>base</h1> }`,
    'app/about/page.tsx': `export default function Page() { return <p>about</p> }`,
    'app/one/[id]/page.tsx': `import { Where } from './where'
import { notFound, redirect } from 'next/navigation'
export default async function Page({ params }) { const { id } = await params; if (id === 'away') redirect('/about'); if (id === 'none') notFound(); return <p>{id} <Where /></p> }`,
    'app/one/[id]/where.tsx': `'use client'
import { usePathname } from 'next/navigation'
export function Where() { return <b>{usePathname()}</b> }`,
    'app/api/where/route.ts': `export async function GET(request) { const { nextUrl } = request; return Response.json([nextUrl.pathname, nextUrl.basePath, new URL(request.url).pathname]) }`,
    'app/robots.ts': `export default function robots() { return { rules: { userAgent: '*' } } }`,
    'public/file.txt': 'a file',
    'public/ready.txt': 'ready',
  },
  steps: [
    ...pages({
      root: '/base/',
      'root-without-slash': '/base',
      outside: '/',
      'outside-page': '/about/',
      about: '/base/about/',
      'about-without-slash': '/base/about',
      one: '/base/one/7/',
      redirect: '/base/one/away/',
      'config-redirect': '/base/old/3/',
      'config-redirect-without-base': '/bare',
      'config-rewrite': '/base/as/4/',
      'proxy-redirect': '/base/guarded/x/',
      unknown: '/base/nothing/',
      'not-found-within': '/base/one/none/',
    }),
    ask('file', '/base/file.txt'),
    ask('file-outside', '/file.txt'),
    ask('handler', '/base/api/where/'),
    ask('handler-without-slash', '/base/api/where'),
    ask('robots', '/base/robots.txt'),
    ask('post-to-page', '/base/about/', { method: 'POST', ...multipart({ a: 'b' }) }),
    dataRequest('data-of-one', '/base/one/7/', ['', {}]),
  ],
}
