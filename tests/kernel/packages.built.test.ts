// npm packages that were bundled ahead, imported by each layer of an app in the real kernel. Needs the built kernel.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Flavour } from '../../playground/runtime/wire/message.ts'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

const app = {
  'app/layout.tsx': `export default function Layout({ children }) { return <html><body>{children}</body></html> }`,
  'app/plain/page.tsx': `export default function Page() { return <p>plain</p> }`,
  'app/page.tsx': `import { clsx } from 'clsx'
import { addDays, format } from 'date-fns'
import * as z from 'zod'
import { SignJWT, jwtVerify } from 'jose'
import createClient from 'openapi-fetch'
import { Kept } from './kept'
export const dynamic = 'force-dynamic'
const key = new TextEncoder().encode('0123456789abcdef0123456789abcdef')
export default async function Page() {
  const token = await new SignJWT({ who: 'ada' }).setProtectedHeader({ alg: 'HS256' }).sign(key)
  const { payload } = await jwtVerify(token, key)
  const { data } = await createClient({ baseUrl: 'http://localhost:8000' }).GET('/people')
  const parsed = z.object({ n: z.coerce.number().min(3) }).safeParse({ n: '1' })
  return <div><p id="server">{[clsx('a', { b: true }), format(addDays(new Date(2026, 0, 1), 1), 'yyyy-MM-dd'), payload.who, data.name, parsed.error?.issues[0].message].join('|')}</p><Kept /></div>
}`,
  'app/kept.tsx': `'use client'
import useSWR, { useSWRConfig } from 'swr'
import useSWRMutation from 'swr/mutation'
import { clsx } from 'clsx'
export function Kept() {
  const { data } = useSWR('/key', () => 'fetched')
  const { trigger } = useSWRMutation('/key', async () => 'changed', { populateCache: true, revalidate: false })
  const { cache } = useSWRConfig()
  return <button id="kept" className={clsx('k')} onClick={() => void trigger()}>{data ?? 'waits'} {typeof cache.get}</button>
}`,
}

describe.each<Flavour>(['development', 'production'])('%s', (flavour) => {
  let kernel: OpenKernel

  beforeAll(async () => {
    kernel = await openKernel()
    await kernel.boot(flavour, app, {})
    await kernel.page.evaluate(() => harness.answerApi('/people', { name: 'from the API' }))
  })
  afterAll(() => kernel.close())

  test('a page that imports no package fetches none', async () => {
    kernel.requested()
    await kernel.request('/plain')
    expect(kernel.requested().filter((path) => path.includes('/packages/'))).toEqual([])
  })

  test('server components use them', async () => {
    const { text } = await kernel.request('/')
    expect(/id="server">([^<]*)</.exec(text)?.[1]).toBe(
      'a b|2026-01-02|ada|from the API|Too small: expected number to be &gt;=3',
    )
  })

  test('client components use them, and parts of one package share its state', async () => {
    const frame = await kernel.open('/')
    await frame.getByText('fetched function').waitFor()
    await frame.locator('#kept').click()
    await frame.getByText('changed function').waitFor()
    expect(kernel.pageErrors()).toEqual([])
  })
})
