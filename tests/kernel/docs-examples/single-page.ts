import { expect } from 'vitest'
import { markDocument, waitForHydration, type DocsExample } from './docs-example.ts'

/** A provider with a promise, SWR with a fallback from the server, and the address changed without the server. */
export const singlePage: DocsExample = {
  page: 'guides/single-page-applications',
  files: {
    'app/layout.tsx': `import { UserProvider } from './user-provider'
import type { ReactNode } from 'react'
async function getUser() { return { name: 'Ada' } }
export default function RootLayout({ children }: { children: ReactNode }) {
  return <html lang="en"><body><UserProvider userPromise={getUser()}>{children}</UserProvider></body></html>
}`,
    'app/user-provider.tsx': `'use client'
import { createContext, useContext, type ReactNode } from 'react'
type User = { name: string }
const UserContext = createContext<Promise<User> | null>(null)
export function useUser() {
  const promise = useContext(UserContext)
  if (promise === null) throw new Error('useUser must be used within a UserProvider')
  return promise
}
export function UserProvider({ children, userPromise }: { children: ReactNode; userPromise: Promise<User> }) {
  return <UserContext.Provider value={userPromise}>{children}</UserContext.Provider>
}`,
    'app/profile.tsx': `'use client'
import { use } from 'react'
import { useUser } from './user-provider'
export function Profile() { return <p id="profile">{use(useUser()).name}</p> }`,
    'app/page.tsx': `import { Suspense } from 'react'
import { Kept } from './kept'
import { Profile } from './profile'
import { Count } from './count'
import { SortProducts } from './sort-products'
export default function Page() {
  return <Kept><Profile /><Count /><Suspense><SortProducts /></Suspense></Kept>
}`,
    // The page of the documentation has SWRConfig in a server component; here it needs a client component around it.
    'app/kept.tsx': `'use client'
import { SWRConfig } from 'swr'
import type { ReactNode } from 'react'
export function Kept({ children }: { children: ReactNode }) {
  return <SWRConfig value={{ fallback: { '/api/count': { count: 1 } } }}>{children}</SWRConfig>
}`,
    'app/count.tsx': `'use client'
import useSWR from 'swr'
const fetcher = (url: string) => fetch(url).then((res) => res.json())
export function Count() {
  const { data } = useSWR('/api/count', fetcher)
  return <output>{data.count}</output>
}`,
    'app/api/count/route.ts': `export function GET() { return Response.json({ count: 2 }) }`,
    'app/sort-products.tsx': `'use client'
import { useSearchParams } from 'next/navigation'
export function SortProducts() {
  const searchParams = useSearchParams()
  function updateSorting(sortOrder: string) {
    const urlSearchParams = new URLSearchParams(searchParams.toString())
    urlSearchParams.set('sort', sortOrder)
    window.history.pushState(null, '', '?' + urlSearchParams.toString())
  }
  return <><button onClick={() => updateSorting('desc')}>Sort Descending</button><b>{searchParams.get('sort')}</b></>
}`,
  },
  async see(kernel) {
    const { text } = await kernel.request('/')
    expect(text).toContain('<output>1</output>')
    const frame = await kernel.open('/')
    await waitForHydration(frame, 'button')
    expect(await frame.textContent('#profile')).toBe('Ada')
    await expect.poll(() => frame.textContent('output')).toBe('2')
    const isSame = await markDocument(frame)
    await frame.click('button')
    await expect.poll(() => frame.textContent('b')).toBe('desc')
    expect(await frame.evaluate(() => location.search)).toBe('?sort=desc')
    await frame.evaluate(() => history.back())
    await expect.poll(() => frame.textContent('b')).toBe('')
    expect(await isSame()).toBe(true)
  },
}
