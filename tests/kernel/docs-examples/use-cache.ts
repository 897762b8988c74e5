import { expect } from 'vitest'
import { layout, waitForHydration, type DocsExample } from './docs-example.ts'

/** A static shell, a cached list with a life and a tag, a part for this request, and an action that renews the list. */
export const useCache: DocsExample = {
  page: 'getting-started/caching',
  // In development the page is right too, but Next's validation in the kernel logs an InvariantError: a known fault.
  only: 'production',
  files: {
    'next.config.ts': `import type { NextConfig } from 'next'
const nextConfig: NextConfig = { cacheComponents: true }
export default nextConfig`,
    'app/layout.tsx': layout,
    'app/blog/page.tsx': `import { Suspense } from 'react'
import { cookies } from 'next/headers'
import { cacheLife, cacheTag, updateTag } from 'next/cache'
export default function BlogPage() {
  return <>
    <header><h1>Our Blog</h1></header>
    <BlogPosts />
    <Suspense fallback={<p>Loading your preferences...</p>}><UserPreferences /></Suspense>
    <form action={addPost}><button>Publish</button></form>
  </>
}
async function BlogPosts() {
  'use cache'
  cacheLife('hours')
  cacheTag('posts')
  const res = await fetch('http://localhost:8000/posts')
  const posts: { id: number; title: string }[] = await res.json()
  return <section><h2>Latest Posts</h2><ul>{posts.map((post) => <li key={post.id}>{post.title}</li>)}</ul></section>
}
async function UserPreferences() {
  const theme = (await cookies()).get('theme')?.value || 'light'
  return <aside>{'Your theme: ' + theme}</aside>
}
async function addPost() {
  'use server'
  updateTag('posts')
}`,
  },
  async see(kernel) {
    const answer = (title: string) =>
      kernel.page.evaluate((text) => harness.answerApi('/posts', [{ id: 1, title: text }]), title)
    await answer('One')
    await kernel.clearCookies()
    const first = await kernel.request('/blog', { headers: [['cookie', 'theme=dark']] })
    expect(first.text).toContain('<li>One</li>')
    expect(first.text).toContain('Your theme: dark')
    expect(first.text).toContain('Loading your preferences...')
    await answer('Two')
    expect((await kernel.request('/blog')).text).toContain('<li>One</li>')
    const frame = await kernel.open('/blog')
    await waitForHydration(frame, 'form')
    expect(await frame.textContent('li')).toBe('One')
    await frame.click('button')
    await expect.poll(() => frame.textContent('li')).toBe('Two')
  },
}
