// What `'use cache'` keeps in development, over an edit: Next's dev server gives each change of the server's code a hash of
// its own, which is part of every key. Needs the built kernel (`npm run build`).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

const kept = (word: string) => `let calls = 0
export async function readKept() {
  'use cache'
  calls += 1
  return '${word} ' + calls
}`

const files = {
  'next.config.ts': `export default { cacheComponents: true }`,
  'app/layout.tsx': `export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }`,
  'app/page.tsx': `import { readKept } from '../lib/kept'
export default async function Page() { return <main>{await readKept()}</main> }`,
  'app/text/route.ts': `import { readKept } from '../../lib/kept'
export async function GET() { return new Response(await readKept()) }`,
  'lib/kept.ts': kept('first'),
}

let kernel: OpenKernel

beforeAll(async () => {
  kernel = await openKernel()
  await kernel.boot('development', files)
})
afterAll(() => kernel.close())

const page = async () => /<main[^>]*>(.*?)<\/main>/.exec((await kernel.request('/')).text)?.[1]
const text = async () => (await kernel.request('/text')).text

test('what a function returned is kept, and a page and a route handler share it', async () => {
  await kernel.load(files)
  const first = await page()
  expect(first).toMatch(/^first \d$/)
  expect(await page()).toBe(first)
  expect(await text()).toBe(first)
})

test('an edit of the function is seen at once, in the page and in the route handler', async () => {
  await kernel.load(files)
  await page()
  await text()
  await kernel.write({ 'lib/kept.ts': kept('second') })
  expect(await page()).toMatch(/^second/)
  expect(await text()).toMatch(/^second/)
})

test('an edit of another file of the server begins with nothing kept, too', async () => {
  await kernel.load(files)
  await kernel.write({ 'lib/kept.ts': kept('third') })
  const before = await page()
  const other = files['app/page.tsx'].replace('<main>', '<main id="other">')
  await kernel.write({ 'app/page.tsx': other })
  expect(await page()).not.toBe(before)
})
