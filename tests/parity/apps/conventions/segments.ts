// Dynamic segments, groups, private folders, templates, static params and segment config.
import { dataRequest, prefetchRequest } from '../../rsc-request.ts'
import { ask, pages, type Slice } from '../fixture-app.ts'

export const segments: Slice = {
  files: {
    'app/layout.tsx': `import './globals.css'
export const metadata = {
  metadataBase: new URL('https://example.com'),
  title: { default: 'Conventions', template: '%s | Conventions' },
  description: 'Every convention once',
}
export default function Layout({ children }) {
  return <html lang="en"><body><main>{children}</main></body></html>
}`,
    'app/globals.css': `main { color: rgb(1, 2, 3) }`,
    'app/page.tsx': `import Link from 'next/link'
export default function Page() { return <h1>Home <Link href="/docs/a">docs</Link></h1> }`,
    'app/one/[id]/page.tsx': `export default async function Page({ params, searchParams }) {
  return <p>{JSON.stringify([await params, await searchParams])}</p>
}`,
    'app/one/fixed/page.tsx': `export default function Page() { return <p>fixed before dynamic</p> }`,
    'app/docs/[...slug]/page.tsx': `export default async function Page({ params }) { return <p>{JSON.stringify(await params)}</p> }`,
    'app/shop/[[...slug]]/page.tsx': `export default async function Page({ params }) { return <p>{JSON.stringify(await params)}</p> }`,
    'app/[lang]/deep/[item]/page.tsx': `export default async function Page({ params }) { return <p>{JSON.stringify(await params)}</p> }`,
    'app/[lang]/layout.tsx': `export default async function Layout({ children, params }) { return <section lang={(await params).lang}>{children}</section> }`,
    'app/(marketing)/layout.tsx': `export default function Layout({ children }) { return <div id="marketing">{children}</div> }`,
    'app/(marketing)/about/page.tsx': `export const metadata = { title: 'About' }
export default function Page() { return <p>about</p> }`,
    'app/(shop)/(inner)/cart/page.tsx': `export default function Page() { return <p>cart</p> }`,
    'app/_private/page.tsx': `export default function Page() { return <p>never</p> }`,
    'app/%5Funderscore/page.tsx': `export default function Page() { return <p>an underscore in the address</p> }`,
    'app/framed/template.tsx': `export default function Template({ children }) { return <article>{children}</article> }`,
    'app/framed/layout.tsx': `export default function Layout({ children }) { return <div id="framed">{children}</div> }`,
    'app/framed/page.tsx': `export default function Page() { return <p>within template and layout</p> }`,
    'app/framed/inner/page.tsx': `export default function Page() { return <p>inner</p> }`,
    'app/posts/[slug]/page.tsx': `export function generateStaticParams() { return [{ slug: 'one' }, { slug: 'two words' }] }
export default async function Page({ params }) { return <p>post {decodeURIComponent((await params).slug)}</p> }`,
    'app/only/[slug]/page.tsx': `export const dynamicParams = false
export function generateStaticParams() { return [{ slug: 'listed' }] }
export default async function Page({ params }) { return <p>only {(await params).slug}</p> }`,
    'app/nested/[a]/layout.tsx': `export function generateStaticParams() { return [{ a: '1' }, { a: '2' }] }
export default function Layout({ children }) { return <i>{children}</i> }`,
    'app/nested/[a]/[b]/page.tsx': `export async function generateStaticParams({ params }) { return [{ b: (await params).a + 'x' }] }
export default async function Page({ params }) { return <p>{JSON.stringify(await params)}</p> }`,
    'app/config/forced/page.tsx': `export const dynamic = 'force-dynamic'
export default function Page() { return <p>forced</p> }`,
    'app/config/static/page.tsx': `import { cookies } from 'next/headers'
export const dynamic = 'force-static'
export default async function Page() { return <p>static {String((await cookies()).size)}</p> }`,
    'app/config/timed/page.tsx': `export const revalidate = 3600
export default function Page() { return <p>timed</p> }`,
    'app/config/never/page.tsx': `export const revalidate = 0
export default function Page() { return <p>never kept</p> }`,
    'app/mixed/page.jsx': `export default function Page() { return <p>plain JavaScript</p> }`,
  },
  steps: [
    ...pages({
      home: '/',
      one: '/one/7?q=a&q=b&r=',
      'one-escaped': '/one/a%20b%2Fc',
      'one-beyond-ascii': '/one/Zo%C3%AB',
      'one-malformed': '/one/%E0%A4%A',
      'fixed-before-dynamic': '/one/fixed',
      'catch-all': '/docs/a/b/c',
      'catch-all-needs-one': '/docs',
      'optional-catch-all-none': '/shop',
      'optional-catch-all-some': '/shop/x/y%20z',
      'two-dynamic': '/de/deep/thing',
      'dynamic-without-page': '/de',
      group: '/about',
      'nested-groups': '/cart',
      'group-name-is-no-address': '/marketing/about',
      'private-folder': '/_private',
      'escaped-underscore': '/_underscore',
      template: '/framed',
      'template-inner': '/framed/inner',
      'static-param': '/posts/one',
      'static-param-with-space': '/posts/two%20words',
      'static-param-on-demand': '/posts/three',
      'only-listed': '/only/listed',
      'only-unlisted': '/only/other',
      'nested-params': '/nested/1/1x',
      'force-dynamic': '/config/forced',
      'force-static': '/config/static',
      'revalidate-by-time': '/config/timed',
      'revalidate-never': '/config/never',
      'plain-javascript': '/mixed',
      'trailing-slash': '/about/',
      'trailing-slash-with-query': '/one/7/?q=1',
      'double-slash': '/one//7',
      'double-slash-first': '//one/7?a=1',
      'unknown-address': '/nothing/at/all/here',
    }),
    ask('post-to-a-static-page', '/about', { method: 'POST', body: 'x' }),
    ask('put-to-a-dynamic-page', '/one/7', { method: 'PUT', body: 'x' }),
    ask('head-of-dynamic', '/one/7', { method: 'HEAD' }),
    ask('options-of-a-page', '/about', { method: 'OPTIONS' }),
    ask('unknown-asset', '/_next/static/nothing.js'),
    ask('unknown-below-next', '/_next/nothing'),
    ask('unknown-data', '/_next/data/x/about.json'),
    ask('image-optimiser', '/_next/image?url=%2Flogo.png&w=64&q=75'),
    dataRequest('data-of-static', '/about', ['', {}]),
    dataRequest('data-of-dynamic', '/one/7?q=1', ['', {}]),
    dataRequest('data-of-catch-all', '/docs/a/b', ['', {}]),
    dataRequest('data-of-template', '/framed/inner', ['', {}]),
    dataRequest('data-of-unknown', '/nothing/at/all/here', ['', {}]),
    prefetchRequest('prefetch-of-static', '/about', ['', {}]),
    prefetchRequest('prefetch-of-dynamic', '/one/7', ['', {}]),
  ],
}
