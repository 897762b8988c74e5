import { expect } from 'vitest'
import { layout, markDocument, waitForHydration, type DocsExample } from './docs-example.ts'

/** Expected errors as values, uncaught ones in the nearest boundary, and one that mends itself by retry. */
export const errors: DocsExample = {
  page: 'getting-started/error-handling',
  files: {
    'app/layout.tsx': layout,
    'app/actions.ts': `'use server'
export async function createPost(_prevState: unknown, formData: FormData) {
  return formData.get('title') === '' ? { message: 'Failed to create post' } : { message: 'Created' }
}`,
    'app/page.tsx': `'use client'
import { useActionState } from 'react'
import Link from 'next/link'
import { createPost } from './actions'
export default function Form() {
  const [state, formAction, pending] = useActionState(createPost, { message: '' })
  return <form action={formAction}><input name="title" /><p aria-live="polite">{state.message}</p><button disabled={pending}>Create Post</button><Link id="away" href="/dashboard">Dashboard</Link></form>
}`,
    'app/dashboard/layout.tsx': `import type { ReactNode } from 'react'
export default function Layout({ children }: { children: ReactNode }) { return <section><h1>Dashboard</h1>{children}</section> }`,
    'app/dashboard/page.tsx': `import { connection } from 'next/server'
import { takeTurn } from './turn'
export default async function Page() {
  await connection()
  if (takeTurn() < 2) throw new Error('not yet')
  return <p id="fine">fine now</p>
}`,
    'app/dashboard/turn.ts': `let turn = 0
export const takeTurn = () => turn++`,
    'app/dashboard/error.tsx': `'use client'
export default function ErrorPage({ error, unstable_retry, retry = unstable_retry }: { error: Error & { digest?: string }; unstable_retry: () => void; retry?: () => void }) {
  return <div><h2>Something went wrong!</h2><button id="again" onClick={() => retry()}>Try again</button></div>
}`,
    'app/blog/[slug]/page.tsx': `import { notFound } from 'next/navigation'
export default async function Page({ params }: PageProps<'/blog/[slug]'>) {
  const { slug } = await params
  if (slug !== 'known') notFound()
  return <div>{slug}</div>
}`,
    'app/blog/[slug]/not-found.tsx': `export default function NotFound() { return <div id="nf">404 - Page Not Found</div> }`,
  },
  async see(kernel) {
    const frame = await kernel.open('/')
    await waitForHydration(frame, 'form')
    await frame.click('button')
    await expect.poll(() => frame.textContent('p')).toBe('Failed to create post')
    const isSame = await markDocument(frame)
    await frame.click('#away')
    await expect.poll(() => frame.textContent('h2')).toBe('Something went wrong!')
    expect(await frame.textContent('h1')).toBe('Dashboard')
    await expect
      .poll(async () => {
        const again = frame.locator('#again')
        if ((await again.count()) > 0) await again.click()
        return frame.locator('#fine').count()
      })
      .toBe(1)
    expect(await isSame()).toBe(true)
    const lost = await kernel.request('/blog/lost')
    expect(lost.status).toBe(404)
    const shown = await kernel.open('/blog/lost')
    expect(await shown.textContent('#nf')).toBe('404 - Page Not Found')
    kernel.pageErrors()
  },
}
