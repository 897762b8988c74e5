// loading, error, global-error, not-found, forbidden, unauthorized, redirect and kin.
import { dataRequest } from '../../rsc-request.ts'
import { pages, type Slice } from '../fixture-app.ts'

const errorView = (name: string) =>
  `'use client'\nexport default function ErrorView({ error, reset }) { return <p>${name} <button onClick={reset}>again</button></p> }`

export const failures: Slice = {
  files: {
    'app/not-found.tsx': `export const metadata = { title: 'Nothing here' }
export default function NotFound() { return <p>our 404</p> }`,
    'app/forbidden.tsx': `export default function Forbidden() { return <p>our 403</p> }`,
    'app/unauthorized.tsx': `export default function Unauthorized() { return <p>our 401</p> }`,
    'app/global-error.tsx': `'use client'
export default function GlobalError() { return <html><body><h1>our global error</h1></body></html> }`,
    'app/fails/absent/page.tsx': `import { notFound } from 'next/navigation'
export default function Page() { notFound() }`,
    'app/fails/absent-later/page.tsx': `import { notFound } from 'next/navigation'
import { connection } from 'next/server'
export default async function Page() { await connection(); notFound() }`,
    'app/fails/own/not-found.tsx': `export default function NotFound() { return <p>404 of this folder</p> }`,
    'app/fails/own/[id]/page.tsx': `import { notFound } from 'next/navigation'
export default async function Page({ params }) { await params; notFound() }`,
    'app/fails/forbidden/page.tsx': `import { forbidden } from 'next/navigation'
export default function Page() { forbidden() }`,
    'app/fails/unauthorized/page.tsx': `import { connection } from 'next/server'
import { unauthorized } from 'next/navigation'
export default async function Page() { await connection(); unauthorized() }`,
    'app/fails/thrown/page.tsx': `import { connection } from 'next/server'
export default async function Page() { await connection(); throw new Error('thrown in a page') }`,
    'app/fails/thrown/error.tsx': errorView('our error view'),
    'app/fails/uncaught/page.tsx': `import { connection } from 'next/server'
export default async function Page() { await connection(); throw new Error('thrown, and no view for it') }`,
    'app/fails/in-client/page.tsx': `import { connection } from 'next/server'
import { Thrower } from './thrower'
export default async function Page() { await connection(); return <Thrower /> }`,
    'app/fails/in-client/thrower.tsx': `'use client'\nexport function Thrower() { if (typeof window === 'undefined') throw new Error('only in the browser'); return <p>in the browser</p> }`,
    'app/fails/in-client/error.tsx': errorView('client error view'),
    'app/fails/in-metadata/page.tsx': `import { notFound } from 'next/navigation'
import { connection } from 'next/server'
export async function generateMetadata() { await connection(); notFound() }
export default function Page() { return <p>never seen</p> }`,
    'app/fails/redirect/page.tsx': `import { redirect } from 'next/navigation'
export default function Page() { redirect('/about?from=redirect') }`,
    'app/fails/redirect-later/page.tsx': `import { redirect } from 'next/navigation'
import { connection } from 'next/server'
export default async function Page() { await connection(); redirect('/about') }`,
    'app/fails/permanent/page.tsx': `import { permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
export default async function Page() { await connection(); permanentRedirect('/about') }`,
    'app/fails/outside/page.tsx': `import { redirect } from 'next/navigation'
import { connection } from 'next/server'
export default async function Page() { await connection(); redirect('https://example.com/x') }`,
    'app/fails/slow/loading.tsx': `export default function Loading() { return <p>loading</p> }`,
    'app/fails/slow/page.tsx': `import { connection } from 'next/server'
import { Suspense } from 'react'
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
async function Late() { await sleep(60); return <b>late</b> }
export default async function Page() { await connection(); await sleep(30); return <div>slow<Suspense fallback={<i>inner</i>}><Late /></Suspense></div> }`,
    'app/fails/slow-absent/loading.tsx': `export default function Loading() { return <p>loading</p> }`,
    'app/fails/slow-absent/page.tsx': `import { notFound } from 'next/navigation'
import { connection } from 'next/server'
export default async function Page() { await connection(); await new Promise((resolve) => setTimeout(resolve, 30)); notFound() }`,
    'app/fails/slow-redirect/loading.tsx': `export default function Loading() { return <p>loading</p> }`,
    'app/fails/slow-redirect/page.tsx': `import { redirect } from 'next/navigation'
import { connection } from 'next/server'
export default async function Page() { await connection(); await new Promise((resolve) => setTimeout(resolve, 30)); redirect('/about') }`,
  },
  steps: [
    ...pages({
      'not-found': '/fails/absent',
      'not-found-later': '/fails/absent-later',
      'not-found-of-a-folder': '/fails/own/1',
      'folder-not-found-for-unknown': '/fails/own/1/2',
      forbidden: '/fails/forbidden',
      unauthorized: '/fails/unauthorized',
      'error-view': '/fails/thrown',
      'global-error': '/fails/uncaught',
      'error-in-a-client-component': '/fails/in-client',
      'not-found-in-metadata': '/fails/in-metadata',
      redirect: '/fails/redirect',
      'redirect-later': '/fails/redirect-later',
      'permanent-redirect': '/fails/permanent',
      'redirect-outside': '/fails/outside',
      loading: '/fails/slow',
      'not-found-after-loading': '/fails/slow-absent',
      'redirect-after-loading': '/fails/slow-redirect',
      'not-found-address': '/_not-found',
      'page-404': '/404',
      'page-500': '/500',
    }),
    dataRequest('data-of-not-found', '/fails/absent-later', ['', {}]),
    dataRequest('data-of-redirect', '/fails/redirect-later', ['', {}]),
    dataRequest('data-of-loading', '/fails/slow', ['', {}]),
    dataRequest('data-of-forbidden', '/fails/forbidden', ['', {}]),
  ],
}
