import { expect } from 'vitest'
import { layout, waitForHydration, type DocsExample } from './docs-example.ts'

/** Client components that come when they are needed, one never on the server, and a library on the first key. */
export const lazyLoading: DocsExample = {
  page: 'guides/lazy-loading',
  files: {
    'app/layout.tsx': layout,
    'app/page.tsx': `'use client'
import { useState } from 'react'
import dynamic from 'next/dynamic'
const ComponentA = dynamic(() => import('../components/A'))
const ComponentB = dynamic(() => import('../components/B'))
const ComponentC = dynamic(() => import('../components/C'), { ssr: false })
const ClientComponent = dynamic(() => import('../components/hello').then((mod) => mod.Hello))
const WithCustomLoading = dynamic(() => import('../components/slow'), { loading: () => <p id="slow">Loading...</p> })
export default function ClientComponentExample() {
  const [showMore, setShowMore] = useState(false)
  const [results, setResults] = useState('')
  return <div>
    <ComponentA />
    {showMore && <ComponentB />}
    <button onClick={() => setShowMore(!showMore)}>Toggle</button>
    <ComponentC />
    <ClientComponent />
    {showMore && <WithCustomLoading />}
    <input onChange={async (e) => {
      const { value } = e.currentTarget
      const { format } = await import('date-fns')
      setResults(value + format(new Date(2026, 0, 2), ' yyyy'))
    }} />
    <output>{results}</output>
  </div>
}`,
    'components/A.tsx': `export default function A() { return <p id="a">A</p> }`,
    'components/B.tsx': `export default function B() { return <p id="b">B</p> }`,
    'components/C.tsx': `export default function C() { return <p id="c">{window.location.pathname}</p> }`,
    'components/hello.tsx': `export function Hello() { return <p id="hello">Hello!</p> }`,
    'components/slow.tsx': `export default function Slow() { return <p id="slow">here</p> }`,
  },
  async see(kernel) {
    const { text } = await kernel.request('/')
    expect(text).toContain('id="a"')
    expect(text).toContain('Hello!')
    expect(text).not.toContain('id="c"')
    const frame = await kernel.open('/')
    await waitForHydration(frame, 'button')
    await expect.poll(() => frame.textContent('#c')).toBe('/')
    expect(await frame.locator('#b').count()).toBe(0)
    await frame.click('button')
    await expect.poll(() => frame.textContent('#b')).toBe('B')
    await expect.poll(() => frame.textContent('#slow')).toBe('here')
    await frame.fill('input', 'in')
    await expect.poll(() => frame.textContent('output')).toBe('in 2026')
  },
}
