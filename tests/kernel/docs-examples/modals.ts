import { expect } from 'vitest'
import { markDocument, waitForHydration, type DocsExample } from './docs-example.ts'

/** A photo opens above the feed when it is clicked, and as a page of its own when its address is loaded. */
export const modals: DocsExample = {
  page: 'api-reference/file-conventions/parallel-routes#modals',
  files: {
    'app/layout.tsx': `import Link from 'next/link'
import type { ReactNode } from 'react'
export default function Layout({ modal, children }: { modal: ReactNode; children: ReactNode }) {
  return <html lang="en"><body><nav><Link id="open" href="/login">Open modal</Link></nav><div id="modal">{modal}</div><div id="page">{children}</div></body></html>
}`,
    'app/page.tsx': `export default function Page() { return <h1>Feed</h1> }`,
    'app/login/page.tsx': `import { Login } from '@/app/ui/login'
export default function Page() { return <Login /> }`,
    'app/ui/login.tsx': `export function Login() { return <form><h2>Login</h2></form> }`,
    'app/ui/modal.tsx': `'use client'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
export function Modal({ children }: { children: ReactNode }) {
  const router = useRouter()
  return <div role="dialog"><button id="close" onClick={() => router.back()}>Close modal</button><div>{children}</div></div>
}`,
    'app/@modal/default.tsx': `export default function Default() { return null }`,
    'app/@modal/[...catchAll]/page.tsx': `export default function CatchAll() { return null }`,
    'app/@modal/(.)login/page.tsx': `import { Modal } from '@/app/ui/modal'
import { Login } from '@/app/ui/login'
export default function Page() { return <Modal><Login /></Modal> }`,
  },
  async see(kernel) {
    const frame = await kernel.open('/')
    await waitForHydration(frame, '#open')
    const isSame = await markDocument(frame)
    await frame.click('#open')
    await frame.waitForSelector('[role=dialog] h2')
    expect(await frame.textContent('#page')).toBe('Feed')
    expect(await frame.evaluate(() => location.pathname)).toBe('/login')
    await frame.click('#close')
    await expect.poll(() => frame.locator('[role=dialog]').count()).toBe(0)
    expect(await frame.evaluate(() => location.pathname)).toBe('/')
    expect(await isSame()).toBe(true)
    const loaded = await kernel.open('/login')
    expect(await loaded.textContent('#page h2')).toBe('Login')
    expect(await loaded.locator('[role=dialog]').count()).toBe(0)
  },
}
