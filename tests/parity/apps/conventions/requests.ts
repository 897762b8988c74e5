// What a page or handler reads of its request, and what it may do after: cookies, headers, draft mode, after().
import { dataRequest } from '../../rsc-request.ts'
import { ask, pages, type Slice } from '../fixture-app.ts'
import { page } from '../../exchange.ts'

export const requests: Slice = {
  files: {
    'app/reads/cookies/page.tsx': `import { cookies, headers } from 'next/headers'
export default async function Page() {
  const jar = await cookies()
  return <p>{JSON.stringify([jar.has('a'), jar.get('a')?.value ?? null, jar.getAll().length, jar.toString(), (await headers()).get('x-mine')])}</p>
}`,
    'app/reads/writes/page.tsx': `import { cookies } from 'next/headers'
export default async function Page() {
  try { (await cookies()).set('a', '1') } catch (error) { return <p>{error.message}</p> }
  return <p>written</p>
}`,
    'app/reads/draft/page.tsx': `import { draftMode } from 'next/headers'
export default async function Page() { return <p>draft {String((await draftMode()).isEnabled)}</p> }`,
    'app/reads/draft/switch/route.ts': `import { draftMode } from 'next/headers'
export async function GET(request) {
  const draft = await draftMode()
  request.nextUrl.searchParams.has('off') ? draft.disable() : draft.enable()
  return Response.json({ isEnabled: draft.isEnabled })
}`,
    'app/reads/after/page.tsx': `import { after, connection } from 'next/server'
import { log } from './log'
export default async function Page() {
  await connection()
  after(async () => { await Promise.resolve(); log.push('after the page') })
  return <p>asked for after</p>
}`,
    'app/reads/after/log.ts': `export const log = (globalThis as any).__afterLog ??= []`,
    'app/reads/after/seen/route.ts': `import { after } from 'next/server'
import { cookies } from 'next/headers'
import { log } from '../log'
export async function GET(request) {
  const wanted = Number(request.nextUrl.searchParams.get('wait'))
  for (let tries = 0; log.length < wanted && tries < 1000; tries++) await new Promise((resolve) => setTimeout(resolve, 10))
  const who = (await cookies()).get('who')?.value
  after(() => { log.push('after the handler of ' + who) })
  return Response.json(log)
}`,
    'app/reads/agent/page.tsx': `import { userAgent } from 'next/server'
import { headers } from 'next/headers'
export default async function Page() { const { browser, isBot } = userAgent({ headers: await headers() }); return <p>{browser.name} {String(isBot)}</p> }`,
    'app/reads/search/page.tsx': `import { Search } from './search'
import { Suspense } from 'react'
export default function Page() { return <Suspense fallback="no search yet"><Search /></Suspense> }`,
    'app/reads/search/search.tsx': `'use client'
import { useParams, usePathname, useSearchParams, useSelectedLayoutSegment, useSelectedLayoutSegments } from 'next/navigation'
export function Search() { return <p>{JSON.stringify([useSearchParams().get('q'), usePathname(), useParams(), useSelectedLayoutSegment(), useSelectedLayoutSegments()])}</p> }`,
    'app/reads/sync/[id]/page.tsx': `export default function Page({ params }) { return <p>sync {String(params.id)}</p> }`,
    'app/reads/use/[id]/page.tsx': `import { use } from 'react'
export default function Page({ params }) { return <p>use {use(params).id}</p> }`,
    'app/reads/client/[id]/page.tsx': `'use client'
import { use } from 'react'
import { useParams } from 'next/navigation'
export default function Page({ params, searchParams }) { return <p>{use(params).id} {use(searchParams).q} {useParams().id}</p> }`,
    'app/reads/memo/page.tsx': `import { cache } from 'react'
let runs = 0
const once = cache(async (key) => ++runs)
async function Part() { return <i>{await once('a')}</i> }
export const dynamic = 'force-dynamic'
export default async function Page() { const before = runs; await once('a'); const same = await once('a'); return <p>{same - before}<Part /></p> }`,
    'app/reads/env/page.tsx': `import { Shown } from './shown'
export const dynamic = 'force-dynamic'
export default function Page() { const { PLAIN: renamed } = process.env; return <p>{[process.env.PLAIN, process.env.OF_FLAVOUR, process.env.LOCAL, process.env.QUOTED, process.env.FROM_CONFIG, process.env.NEXT_PUBLIC_SHOWN, renamed, process.env.NODE_ENV, process.env.HOOKED].join('|')}<Shown /></p> }`,
    'app/reads/env/shown.tsx': `'use client'
export function Shown() { return <b>{process.env.NEXT_PUBLIC_SHOWN}|{process.env.PLAIN}|{process.env.FROM_CONFIG}|{process.env.NODE_ENV}</b> }`,
    '.env': `PLAIN=plain\nOF_FLAVOUR=base\nLOCAL=base\nNEXT_PUBLIC_SHOWN="shown $PLAIN"\nQUOTED='single $PLAIN'`,
    '.env.development': `OF_FLAVOUR=development`,
    '.env.production': `OF_FLAVOUR=production`,
    '.env.local': `LOCAL=local`,
    'instrumentation.ts': `export async function register() {
  process.env.HOOKED = 'registered in ' + process.env.NEXT_RUNTIME
}
export async function onRequestError(error, request, context) {
  ((globalThis as any).__seenErrors ??= []).push([error.message.split("'")[0], request.path, request.method, context.routePath, context.routeType, context.routerKind])
}`,
    'app/reads/errors/route.ts': `export const dynamic = 'force-dynamic'
export async function GET() {
  const seen = (globalThis as any).__seenErrors ??= []
  for (let tries = 0; !seen.some(([, path]) => path.startsWith('/reads/throws')) && tries < 1000; tries++) await new Promise((resolve) => setTimeout(resolve, 10))
  return Response.json(seen.splice(0))
}`,
    'app/reads/throws/page.tsx': `export const dynamic = 'force-dynamic'
export default function Page() { throw new Error('reported to instrumentation') }`,
    'app/reads/throws/error.tsx': `'use client'\nexport default function ErrorView() { return <p>view</p> }`,
    'lib/secret.ts': `import 'server-only'
export const secret = 'kept on the server'`,
    'lib/browser.ts': `import 'client-only'
export const browser = 'for client components'`,
    'app/reads/only/page.tsx': `import { secret } from '@/lib/secret'
import { Shown } from './shown'
export default function Page() { return <p>{secret} <Shown /></p> }`,
    'app/reads/only/shown.tsx': `'use client'
import { browser } from '@/lib/browser'
export function Shown() { return <b>{browser}</b> }`,
  },
  steps: [
    page('cookies', '/reads/cookies', [
      ['cookie', 'a=1; b=%20x; c="q"'],
      ['x-mine', 'yes'],
    ]),
    ...pages({
      'cookies-none': '/reads/cookies',
      'cookie-written-in-render': '/reads/writes',
      'draft-off': '/reads/draft',
      after: '/reads/after',
    }),
    ask('draft-enable', '/reads/draft/switch'),
    page('draft-on', '/reads/draft'),
    ask('draft-disable', '/reads/draft/switch?off'),
    page('draft-off-again', '/reads/draft'),
    ask('after-seen', '/reads/after/seen?wait=1', { headers: [['cookie', 'who=ada']] }),
    ask('after-seen-again', '/reads/after/seen?wait=2', { headers: [['cookie', 'who=bob']] }),
    page('user-agent', '/reads/agent', [
      ['user-agent', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ]),
    ...pages({
      'use-search-params': '/reads/search?q=found',
      'sync-params': '/reads/sync/5',
      'use-params': '/reads/use/5',
      'client-page': '/reads/client/5?q=x',
      'react-cache': '/reads/memo',
      environment: '/reads/env',
      'server-and-client-only': '/reads/only',
      'instrumented-error': '/reads/throws',
    }),
    ask('instrumentation-saw', '/reads/errors'),
    dataRequest('data-of-client-page', '/reads/client/5?q=x', ['', {}]),
    dataRequest('data-of-search', '/reads/search?q=found', ['', {}]),
  ],
}
