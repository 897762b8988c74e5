import { expect } from 'vitest'
import { layout, markDocument, waitForHydration, type DocsExample } from './docs-example.ts'

/** The query is the state: a client component writes it, the server component reads it, and a Form asks by GET. */
export const searchParams: DocsExample = {
  page: 'api-reference/functions/use-search-params',
  files: {
    'app/layout.tsx': layout,
    'app/products/page.tsx': `import { Suspense } from 'react'
import Form from 'next/form'
import { SortProducts } from './sort-products'
const names = ['pear', 'apple', 'fig']
export default async function Page({ searchParams }: PageProps<'/products'>) {
  const { sort = 'none', query = '' } = await searchParams
  const shown = names.filter((name) => name.includes(String(query)))
  if (sort !== 'none') shown.sort((a, b) => (sort === 'asc' ? a.localeCompare(b) : b.localeCompare(a)))
  return <main><Suspense><SortProducts /></Suspense><Form action="/products"><input name="query" /><button id="find">Find</button></Form><p id="list">{shown.join(' ')}</p></main>
}`,
    'app/products/sort-products.tsx': `'use client'
import { useCallback } from 'react'
import Link from 'next/link'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
export function SortProducts() {
  const router = useRouter()
  const pathname = usePathname()
  const searchParams = useSearchParams()
  const createQueryString = useCallback((name: string, value: string) => {
    const params = new URLSearchParams(searchParams.toString())
    params.set(name, value)
    return params.toString()
  }, [searchParams])
  return <>
    <p>Sort By <output>{searchParams.get('sort')}</output></p>
    <button id="asc" onClick={() => { router.push(pathname + '?' + createQueryString('sort', 'asc')) }}>ASC</button>
    <Link id="desc" href={pathname + '?' + createQueryString('sort', 'desc')}>DESC</Link>
  </>
}`,
  },
  async see(kernel) {
    const frame = await kernel.open('/products')
    await waitForHydration(frame, '#asc')
    const isSame = await markDocument(frame)
    await frame.click('#asc')
    await expect.poll(() => frame.textContent('#list')).toBe('apple fig pear')
    expect(await frame.textContent('output')).toBe('asc')
    await frame.click('#desc')
    await expect.poll(() => frame.textContent('#list')).toBe('pear fig apple')
    await frame.evaluate(() => history.back())
    await expect.poll(() => frame.textContent('#list')).toBe('apple fig pear')
    await frame.fill('input[name=query]', 'p')
    await frame.click('#find')
    await expect.poll(() => frame.textContent('#list')).toBe('pear apple')
    expect(await frame.evaluate(() => location.search)).toBe('?query=p')
    expect(await isSame()).toBe(true)
  },
}
