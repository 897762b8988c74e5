// next.config (headers, redirects, rewrites, env, images) and proxy.ts with every form of matcher.
import { page } from '../../exchange.ts'
import { ask, pages, type Slice } from '../fixture-app.ts'

export const config: Slice = {
  files: {
    'next.config.ts': `import type { NextConfig } from 'next'
const config: NextConfig = {
  env: { FROM_CONFIG: 'from the config' },
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true, useCache: true },
  async headers() {
    return [
      { source: '/about', headers: [{ key: 'x-about', value: 'yes' }] },
      { source: '/docs/:path*', headers: [{ key: 'x-path', value: ':path*' }] },
      { source: '/:any(one|two)/:id', has: [{ type: 'query', key: 'q', value: '(?<found>.+)' }], headers: [{ key: 'x-found', value: ':found' }] },
      { source: '/cart', missing: [{ type: 'cookie', key: 'known' }], headers: [{ key: 'x-stranger', value: '1' }] },
      { source: '/logo.png', headers: [{ key: 'cache-control', value: 'max-age=99' }] },
    ]
  },
  async redirects() {
    return [
      { source: '/old/:slug', destination: '/docs/:slug', permanent: true },
      { source: '/temporary', destination: '/about?kept=1', permanent: false },
      { source: '/coded', destination: '/about', statusCode: 303 },
      { source: '/regex/:id(\\\\d{1,})', destination: '/one/:id', permanent: false },
      { source: '/for-header', has: [{ type: 'header', key: 'x-go' }], destination: '/about', permanent: false },
      { source: '/for-cookie', has: [{ type: 'cookie', key: 'who', value: '(?<who>.*)' }], destination: '/one/:who', permanent: false },
      { source: '/for-host', has: [{ type: 'host', value: 'localhost' }], destination: '/about', permanent: false },
      { source: '/unless-query', missing: [{ type: 'query', key: 'stay' }], destination: '/about', permanent: false },
      { source: '/away', destination: 'https://example.com/:path*', permanent: false },
    ]
  },
  async rewrites() {
    return {
      beforeFiles: [{ source: '/about', has: [{ type: 'query', key: 'swap' }], destination: '/cart' }, { source: '/before/:path*', destination: '/docs/:path*' }],
      afterFiles: [{ source: '/as/:id', destination: '/one/:id?from=rewrite' }, { source: '/as-file', destination: '/folder/nested.json' }, { source: '/as-api', destination: '/api/dynamic?x=1' }],
      fallback: [{ source: '/falls/:path*', destination: '/docs/fallen/:path*' }],
    }
  },
}
export default config`,
    'proxy.ts': `import { NextResponse, type NextRequest } from 'next/server'
export function proxy(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl
  if (pathname === '/proxied/redirect') return NextResponse.redirect(new URL('/about', request.url))
  if (pathname === '/proxied/outside') return NextResponse.redirect('https://example.com/', 308)
  if (pathname === '/proxied/rewrite') return NextResponse.rewrite(new URL('/one/rewritten?by=proxy', request.url))
  if (pathname === '/proxied/json') return NextResponse.json({ from: 'proxy' }, { status: 418, headers: { 'x-direct': '1' } })
  if (pathname === '/proxied/bare') return new Response('bare', { status: 200 })
  if (pathname === '/proxied/nothing') return
  if (pathname === '/proxied/throws') throw new Error('thrown in proxy')
  const headers = new Headers(request.headers)
  headers.set('x-mine', 'set by proxy ' + (searchParams.get('v') ?? ''))
  headers.delete('x-agent')
  const response = NextResponse.next({ request: { headers } })
  response.cookies.set('proxied', 'yes')
  response.headers.set('x-proxy', request.method)
  return response
}
export const config = {
  matcher: [
    '/proxied/:path*',
    '/reads/cookies/:rest?',
    '/api/(dynamic|headers)',
    { source: '/one/:id', has: [{ type: 'query', key: 'proxy' }] },
    { source: '/cart', missing: [{ type: 'header', key: 'x-skip' }] },
    '/((?!api|_next|one|docs|cart|about|reads|acts|parts|meta|kept|fails|config).*)/negated',
  ],
}`,
    'app/proxied/[name]/page.tsx': `import { cookies, headers } from 'next/headers'
export default async function Page({ params }) { return <p>{(await params).name} {(await headers()).get('x-mine')} {(await cookies()).get('proxied')?.value}</p> }`,
    'app/some/negated/page.tsx': `export default function Page() { return <p>negated</p> }`,
  },
  steps: [
    ...pages({
      'config-headers': '/about',
      'config-header-from-path': '/docs/a/b',
      'config-header-with-has': '/one/7?q=word',
      'config-header-with-missing': '/cart',
      'redirect-permanent': '/old/thing?q=1',
      'redirect-temporary': '/temporary?q=1',
      'redirect-coded': '/coded',
      'redirect-regex': '/regex/12',
      'redirect-regex-unmatched': '/regex/ab',
      'redirect-for-host': '/for-host',
      'redirect-unless-query': '/unless-query',
      'redirect-unless-query-stays': '/unless-query?stay=1',
      'redirect-for-header-absent': '/for-header',
      'rewrite-before-files': '/about?swap=1',
      'rewrite-before-with-path': '/before/x/y',
      'rewrite-after-files': '/as/9?own=1',
      'rewrite-fallback': '/falls/a/b',
      'proxy-redirect': '/proxied/redirect',
      'proxy-redirect-outside': '/proxied/outside',
      'proxy-rewrite': '/proxied/rewrite?own=1',
      'proxy-json': '/proxied/json',
      'proxy-bare': '/proxied/bare',
      'proxy-nothing': '/proxied/nothing',
      'proxy-throws': '/proxied/throws',
      'proxy-next': '/proxied/page?v=7',
      'proxy-has': '/one/7?proxy',
      'proxy-has-not': '/one/7',
      'proxy-negated': '/some/negated',
    }),
    page('redirect-for-header', '/for-header', [['x-go', '1']]),
    page('redirect-for-cookie', '/for-cookie', [['cookie', 'who=ada']]),
    page('config-header-known', '/cart', [['cookie', 'known=1']]),
    page('proxy-missing', '/cart', [['x-skip', '1']]),
    page('proxy-optional', '/reads/cookies', [['cookie', 'a=1']]),
    ask('rewrite-to-file', '/as-file'),
    ask('rewrite-to-handler', '/as-api?own=1'),
    ask('proxy-over-handler', '/api/dynamic?z=1', {
      headers: [
        ['x-agent', 'gone'],
        ['cookie', 'a=1'],
      ],
    }),
    ask('proxy-over-handler-headers', '/api/headers'),
    ask('proxy-post-body', '/proxied/page', { method: 'POST', body: 'body' }),
    ask('config-header-on-file', '/logo.png'),
    ask('redirect-of-post', '/temporary', { method: 'POST', body: 'x' }),
  ],
}
