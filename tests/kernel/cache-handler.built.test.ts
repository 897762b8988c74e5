// `cacheHandler` of next.config, in the real kernel: the class that examples/user-crud has, and a file that is none.
// Needs the built kernel.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hiddenFields, multipart } from '../parity/forms.ts'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

const handler = new URL('../../examples/user-crud/frontend/lib/cache-handler.mjs', import.meta.url)

const app = {
  'app/layout.tsx': `import { cookies } from 'next/headers'
import { Suspense } from 'react'
async function Who() { return <b>{(await cookies()).get('who')?.value ?? 'nobody'}</b> }
export default function Layout({ children }) { return <html><body><Suspense><Who /></Suspense><main>{children}</main></body></html> }`,
  'app/page.tsx': `import { Form } from './form'
export default function Page() { return <Form /> }`,
  'app/[id]/page.tsx': `import { Suspense } from 'react'
import { Form } from '../form'
async function Id({ params }) { return <i>{(await params).id}</i> }
export default function Page({ params }) { return <><Form /><Suspense><Id params={params} /></Suspense></> }`,
  'app/actions.ts': `'use server'
export async function check(previous, form) { return form.get('word') + ' is wrong' }`,
  'app/form.tsx': `'use client'
import { useActionState } from 'react'
import { check } from './actions'
export function Form() {
  const [message, submit] = useActionState(check, null)
  return <form action={submit}><input name="word" /><p role="alert">{message}</p></form>
}`,
}
const config = (more: string) => `export default { cacheComponents: true, ${more} }`
const withHandler = {
  'next.config.ts': config(`cacheHandler: new URL('./lib/handler.mjs', import.meta.url).href`),
  'lib/handler.mjs': readFileSync(handler, 'utf8'),
}

let kernel: OpenKernel
beforeAll(async () => {
  kernel = await openKernel()
})
afterAll(() => kernel.close())

/** The markup that answers the form as a browser without scripts posts it. */
async function post(files: Record<string, string>, path = '/'): Promise<string> {
  await kernel.boot('production', { ...app, ...files })
  await kernel.build()
  const page = await kernel.request(path)
  const fields = { ...hiddenFields(page.text, 'name="word"'), word: 'Wether' }
  const { text } = await kernel.request(path, { method: 'POST', ...multipart(fields) })
  return text.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
}

test('without one, a posted form gets what Next gives it: the page less its shell', async () => {
  expect(await post({ 'next.config.ts': config('') })).not.toContain('<main>')
})

test('a class of the app’s stands around Next’s own', async () => {
  const markup = await post(withHandler)
  expect(markup).toMatch(/^<!DOCTYPE html>/)
  expect(markup).toContain('<p role="alert">Wether is wrong</p>')
  expect(markup).toContain('<b>nobody</b>')
})

test('a page for any params answers a posted form as well', async () => {
  const markup = await post(withHandler, '/seven')
  expect(markup).toContain('<p role="alert">Wether is wrong</p>')
  expect(markup).toContain('<i>seven</i>')
})

test('a file without a class is an error that says so', async () => {
  await kernel.boot('development', {
    ...app,
    ...withHandler,
    'lib/handler.mjs': 'export const a = 1',
  })
  const { status, text } = await kernel.request('/', { headers: [['accept', 'text/html']] })
  expect(status).toBe(500)
  expect(text).toContain('must export a class as its default')
})
