import { expect } from 'vitest'
import { layout, type DocsExample } from './docs-example.ts'

/** A promise goes from a server component to a client component, which reads it with `use` below Suspense. */
export const streaming: DocsExample = {
  page: 'getting-started/fetching-data#streaming-data-with-the-use-hook',
  files: {
    'app/layout.tsx': layout,
    'app/blog/page.tsx': `import Posts from './ui/posts'
import { Suspense } from 'react'
import { connection } from 'next/server'
async function getPosts() {
  await new Promise((resolve) => setTimeout(resolve, 600))
  return [{ id: '1', title: 'Streamed' }]
}
export default async function Page() {
  await connection()
  const posts = getPosts()
  return <main><h1>Blog</h1><Suspense fallback={<div id="wait">Loading...</div>}><Posts posts={posts} /></Suspense></main>
}`,
    'app/blog/ui/posts.tsx': `'use client'
import { use } from 'react'
export default function Posts({ posts }: { posts: Promise<{ id: string; title: string }[]> }) {
  const allPosts = use(posts)
  return <ul>{allPosts.map((post) => <li key={post.id}>{post.title}</li>)}</ul>
}`,
  },
  async see(kernel) {
    const { text, chunks } = await kernel.request('/blog')
    expect(text.indexOf('Loading...')).toBeLessThan(text.indexOf('Streamed'))
    expect((chunks.at(-1)?.at ?? 0) - (chunks[0]?.at ?? 0)).toBeGreaterThan(60)
    const frame = await kernel.open('/blog')
    await expect.poll(() => frame.textContent('li')).toBe('Streamed')
    await expect.poll(() => frame.locator('#wait').count()).toBe(0)
  },
}
