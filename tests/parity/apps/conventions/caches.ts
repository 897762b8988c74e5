// Caches without cacheComponents: unstable_cache, fetch, 'use cache' by its flag, revalidation by path and tag.
import { page } from '../../exchange.ts'
import { ask, pages, type Slice } from '../fixture-app.ts'

export const caches: Slice = {
  files: {
    'lib/counter.ts': `const counts = (globalThis as any).__counts ??= {}
export const next = (name: string): number => counts[name] = (counts[name] ?? 0) + 1`,
    'app/kept/counter/[name]/route.ts': `import { next } from '@/lib/counter'
export const dynamic = 'force-dynamic'
export async function GET(_request, { params }) { return Response.json(next((await params).name)) }`,
    'app/kept/unstable/page.tsx': `import { unstable_cache } from 'next/cache'
import { next } from '@/lib/counter'
const kept = unstable_cache(async (key) => next(key), ['kept'], { tags: ['unstable'] })
export const dynamic = 'force-dynamic'
export default async function Page() { return <p>{await kept('u')} {await kept('u')}</p> }`,
    'app/kept/fetch/page.tsx': `export const dynamic = 'force-dynamic'
export default async function Page() {
  const at = (name, options) => fetch('http://localhost:' + process.env.PORT + '/kept/counter/' + name, options).then((answer) => answer.json())
  const values = [await at('forced', { cache: 'force-cache' }), await at('tagged', { next: { tags: ['fetched'], revalidate: 3600 } }), await at('none', { cache: 'no-store' }), await at('plain')]
  return <p>{values.join(' ')}</p>
}`,
    'app/kept/used/page.tsx': `import { cacheLife, cacheTag } from 'next/cache'
import { next } from '@/lib/counter'
async function kept(key) { 'use cache'; cacheLife('hours'); cacheTag('used', 'used-' + key); return next('used-' + key) }
export const dynamic = 'force-dynamic'
export default async function Page() { return <p>{await kept('a')} {await kept('a')} {await kept('b')}</p> }`,
    'app/kept/clear/route.ts': `import { revalidatePath, revalidateTag } from 'next/cache'
export async function POST(request) {
  const { tag, path, type } = await request.json()
  if (tag) revalidateTag(tag, { expire: 0 })
  if (path) revalidatePath(path, type)
  return Response.json({ cleared: tag ?? path })
}`,
  },
  steps: [
    ...pages({
      'unstable-cache': '/kept/unstable',
      'unstable-cache-again': '/kept/unstable',
      'fetch-cache': '/kept/fetch',
      'fetch-cache-again': '/kept/fetch',
      'use-cache': '/kept/used',
      'use-cache-again': '/kept/used',
    }),
    ...['unstable', 'fetched', 'used-a'].map((tag) =>
      ask(`clear-${tag}`, '/kept/clear', { method: 'POST', body: JSON.stringify({ tag }) }),
    ),
    ...pages({
      'unstable-cache-cleared': '/kept/unstable',
      'fetch-cache-cleared': '/kept/fetch',
      'use-cache-cleared': '/kept/used',
    }),
    ask('clear-path', '/kept/clear', {
      method: 'POST',
      body: JSON.stringify({ path: '/kept/fetch' }),
    }),
    page('fetch-cache-path-cleared', '/kept/fetch'),
  ],
}
