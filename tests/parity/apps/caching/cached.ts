// cacheComponents: static shells with holes, 'use cache' and what renews it.
import { callAction, encodeWithForm, postPlain } from '../../forms.ts'
import type { Step } from '../../exchange.ts'
import { dataRequest } from '../../rsc-request.ts'
import { ask, pages, type Slice } from '../fixture-app.ts'

function called(name: string, marker: string): Step {
  const encode = (bound: readonly unknown[]) => encodeWithForm(bound, { text: 'x' })
  return { name, run: (side) => callAction(side, { path: '/acts', marker, encode }) }
}

export const cached: Slice = {
  files: {
    'next.config.ts': `export default { cacheComponents: true, typescript: { ignoreBuildErrors: true }, cacheLife: { brief: { stale: 1, revalidate: 2, expire: 3000 } } }`,
    'lib/counter.ts': `const counts = (globalThis as any).__counts ??= {}
export const next = (name: string): number => counts[name] = (counts[name] ?? 0) + 1`,
    'app/layout.tsx': `export const metadata = { title: 'Caching' }
export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }`,
    'app/page.tsx': `import { cookies } from 'next/headers'
import { Suspense } from 'react'
async function Who() { return <b>{(await cookies()).get('who')?.value ?? 'nobody'}</b> }
export default function Page() { return <main><h1>shell</h1><Suspense fallback={<i>waits</i>}><Who /></Suspense></main> }`,
    'app/plain/page.tsx': `export default function Page() { return <p>static</p> }`,
    'app/item/[id]/page.tsx': `import { Suspense } from 'react'
export function generateStaticParams() { return [{ id: '1' }] }
async function Item({ params }) { return <p>item {(await params).id}</p> }
export default function Page({ params }) { return <Suspense fallback={<i>item waits</i>}><Item params={params} /></Suspense> }`,
    'app/search/page.tsx': `import { Suspense } from 'react'
async function Found({ searchParams }) { return <p>found {(await searchParams).q}</p> }
export default function Page({ searchParams }) { return <Suspense fallback={<i>search waits</i>}><Found searchParams={searchParams} /></Suspense> }`,
    'app/kept/page.tsx': `import { cacheLife, cacheTag } from 'next/cache'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { next } from '@/lib/counter'
async function kept(key) { 'use cache'; cacheLife('hours'); cacheTag('kept'); return key + next('kept') }
async function Part() { await connection(); return <p>{await kept('a')} {await kept('a')}</p> }
export default function Page() { return <Suspense fallback={<i>kept waits</i>}><Part /></Suspense> }`,
    'app/whole/page.tsx': `'use cache'
import { cacheLife } from 'next/cache'
export default async function Page() { cacheLife('days'); return <p>whole page kept</p> }`,
    'app/part/page.tsx': `import { cacheLife } from 'next/cache'
import { Suspense } from 'react'
async function Kept({ children }) { 'use cache'; cacheLife('max'); return <section>kept around {children}</section> }
async function Late() { const { cookies } = await import('next/headers'); return <u>{String((await cookies()).has('who'))}</u> }
export default function Page() { return <Kept><Suspense fallback="late"><Late /></Suspense></Kept> }`,
    'app/private/page.tsx': `import { cookies } from 'next/headers'
import { cacheLife } from 'next/cache'
import { Suspense } from 'react'
async function mine() { 'use cache: private'; cacheLife('minutes'); return (await cookies()).get('who')?.value ?? 'nobody' }
async function Part() { return <p>kept for {await mine()}</p> }
export default function Page() { return <Suspense fallback={<i>private waits</i>}><Part /></Suspense> }`,
    'app/remote/page.tsx': `import { cacheLife, cacheTag } from 'next/cache'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { next } from '@/lib/counter'
async function kept(key) { 'use cache: remote'; cacheLife('hours'); cacheTag('remote'); return key + next('remote') }
async function Part() { await connection(); return <p>{await kept('r')} {await kept('r')}</p> }
export default function Page() { return <Suspense fallback={<i>remote waits</i>}><Part /></Suspense> }`,
    'app/acts/actions.ts': `'use server'
import { refresh, revalidatePath, revalidateTag, updateTag } from 'next/cache'
export async function renew() { updateTag('kept'); updateTag('remote') }
export async function later() { revalidateTag('kept', 'max') }
export async function again() { refresh() }
export async function path() { revalidatePath('/kept') }
export async function breaks() { throw new Error('thrown') }`,
    'app/acts/page.tsx': `import * as actions from './actions'
export default function Page() { return <div>{Object.entries(actions).map(([name, action]) => <form key={name} action={action}><input name="marker" defaultValue={name} /><button>go</button></form>)}</div> }`,
    'app/api/now/route.ts': `export async function GET(request) { return Response.json({ q: new URL(request.url).searchParams.get('q') }) }`,
    'app/api/fixed/route.ts': `export async function GET() { return Response.json({ fixed: true }) }`,
    'public/ready.txt': 'ready',
  },
  steps: [
    ...pages({
      shell: '/',
      plain: '/plain',
      'item-listed': '/item/1',
      'item-unlisted': '/item/2',
      search: '/search?q=word',
      kept: '/kept',
      'kept-again': '/kept',
      'whole-page': '/whole',
      part: '/part',
      private: '/private',
      remote: '/remote',
      'remote-again': '/remote',
      unknown: '/nothing',
    }),
    ask('shell-for-somebody', '/', {
      headers: [
        ['accept', 'text/html'],
        ['cookie', 'who=ada'],
      ],
    }),
    ask('private-for-somebody', '/private', {
      headers: [
        ['accept', 'text/html'],
        ['cookie', 'who=ada'],
      ],
    }),
    called('update-tag', '"renew"'),
    ...pages({ 'kept-updated': '/kept', 'remote-updated': '/remote' }),
    called('revalidate-tag', '"later"'),
    ...pages({ 'kept-stale': '/kept' }),
    { name: 'plain-path', run: (side) => postPlain(side, '/acts', '"path"', { text: '' }) },
    called('refresh', '"again"'),
    called('throws', '"breaks"'),
    ask('handler-dynamic', '/api/now?q=1'),
    ask('handler-fixed', '/api/fixed'),
    dataRequest('data-of-shell', '/', ['', {}]),
    dataRequest('data-of-plain', '/plain', ['', {}]),
  ],
}
