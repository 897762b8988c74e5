import { expect } from 'vitest'
import { getHeader } from '../../../playground/runtime/wire/headers.ts'
import { layout, type DocsExample } from './docs-example.ts'

/** Posts made ahead, kept for a minute, made anew on demand by path and by tag. */
export const isr: DocsExample = {
  page: 'guides/incremental-static-regeneration',
  // Pages are kept after a build alone. In development the second request fetched again; not yet compared with next dev.
  only: 'production',
  files: {
    'app/layout.tsx': layout,
    'app/blog/[id]/page.tsx': `import { notFound } from 'next/navigation'
interface Post { id: string; title: string; content: string }
export const revalidate = 60
export async function generateStaticParams() {
  const posts: Post[] = await fetch('http://localhost:8000/blog').then((res) => res.json())
  return posts.map((post) => ({ id: String(post.id) }))
}
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const posts: Post[] = await fetch('http://localhost:8000/blog', { next: { tags: ['posts'] } }).then((res) => res.json())
  const post = posts.find((one) => String(one.id) === id)
  if (!post) notFound()
  return <main><h1>{post.title}</h1><p>{post.content}</p><i>{String(Math.random())}</i></main>
}`,
    'app/actions.ts': `'use server'
import { revalidatePath, revalidateTag } from 'next/cache'
export async function createPost() { revalidatePath('/blog/1') }
export async function createTagged() { revalidateTag('posts', 'max') }`,
    'app/api/revalidate/route.ts': `import { revalidatePath } from 'next/cache'
export async function GET() {
  revalidatePath('/blog/[id]', 'page')
  return Response.json({ revalidated: true })
}`,
  },
  async see(kernel) {
    const answer = (title: string) =>
      kernel.page.evaluate(
        (text) => harness.answerApi('/blog', [{ id: 1, title: text, content: 'c' }]),
        title,
      )
    await answer('One')
    await kernel.build()
    const first = await kernel.request('/blog/1')
    expect(first.text).toContain('<h1>One</h1>')
    await answer('Two')
    const again = await kernel.request('/blog/1')
    expect(again.text).toContain('<h1>One</h1>')
    expect(getHeader(again.headers, 'cache-control')).toContain('s-maxage=60')
    await kernel.request('/api/revalidate')
    await expect.poll(async () => (await kernel.request('/blog/1')).text).toContain('<h1>Two</h1>')
    expect((await kernel.request('/blog/9')).status).toBe(404)
  },
}
