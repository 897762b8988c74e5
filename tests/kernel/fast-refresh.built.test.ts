// Fast Refresh and Next's own dev overlay in a framed page in Chromium, development flavour: which edits keep state, what an
// error shows, how the page comes back. Needs the built kernel (`npm run build`).
import type { Frame } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

const counter = (label: string, before = '') => `'use client'
import { useState } from 'react'
import { unit } from './unit'
export function Counter() {
  const [count, setCount] = useState(0)
  ${before}
  return <button onClick={() => setCount(count + 1)}>${label} {count} {unit}</button>
}`

const files = {
  'app/layout.tsx': `export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }`,
  'app/page.tsx': `import Link from 'next/link'\nimport { Counter } from './counter'\nexport default function Page() { return <main><h1>One</h1><Counter /><Link href="/other">On</Link></main> }`,
  'app/other/page.tsx': `import { Panel } from './panel'\nexport default function Page() { return <Panel /> }`,
  'app/other/panel.tsx': `'use client'\nexport function Panel() { return <p>A part of the other page</p> }`,
  'app/counter.tsx': counter('Count'),
  'app/unit.ts': `export const unit = 'clicks'`,
}

let kernel: OpenKernel
let frame: Frame

beforeAll(async () => {
  kernel = await openKernel()
  await kernel.boot('development', files)
})
afterAll(() => kernel.close())

beforeEach(async () => {
  await kernel.load(files)
  await openFirst()
})

/** Marked, to see later whether it was loaded again. */
async function openFirst(): Promise<void> {
  frame = await kernel.open('/')
  // Clicks until one counts: then the page is hydrated.
  await expectText(async () => {
    await frame.click('button')
    return frame.textContent('button')
  }, /^Count [1-9]/)
  await frame.evaluate(() => void Object.assign(globalThis, { marked: true }))
}

/** Asks again until it fits: an edit is shown when it is shown. */
async function expectText(read: () => Promise<string | null>, wanted: RegExp): Promise<string> {
  await expect.poll(read, { timeout: 6000 }).toMatch(wanted)
  return (await read()) ?? ''
}
const button = () => frame.textContent('button', { timeout: 2000 }).catch(() => null)
const countIn = (text: string) => Number(/\d+/.exec(text)?.[0])
const isSameDocument = () => frame.evaluate(() => 'marked' in globalThis)
const overlayText = () =>
  frame.evaluate(
    () =>
      document.querySelector('nextjs-portal')?.shadowRoot?.querySelector('[data-nextjs-dialog]')
        ?.textContent ?? '',
  )

test('an edit of a component keeps its state', async () => {
  const before = countIn((await button()) ?? '')
  await kernel.write({ 'app/counter.tsx': counter('Total') })
  expect(countIn(await expectText(button, /^Total/))).toBe(before)
  expect(await isSameDocument()).toBe(true)
})

test('an edit of a module that a component imports keeps the state of that component', async () => {
  const before = countIn((await button()) ?? '')
  await kernel.write({ 'app/unit.ts': `export const unit = 'times'` })
  expect(countIn(await expectText(button, /times$/))).toBe(before)
  expect(await isSameDocument()).toBe(true)
})

test('after an edit another page, seen before, still gets the code of its own parts', async () => {
  await kernel.open('/other')
  await openFirst()
  await kernel.write({ 'app/counter.tsx': counter('Total') })
  await expectText(button, /^Total/)
  await frame.click('a')
  await expectText(() => frame.textContent('body'), /A part of the other page/)
  expect(await isSameDocument()).toBe(true)
})

test('another hook resets the state of that component, the page stays', async () => {
  await kernel.write({
    'app/counter.tsx': counter('Total', `const [more] = useState(1); void more`),
  })
  expect(countIn(await expectText(button, /^Total/))).toBe(0)
  expect(await isSameDocument()).toBe(true)
})

test('a server edit shows with client state kept', async () => {
  const before = countIn((await button()) ?? '')
  await kernel.write({ 'app/page.tsx': files['app/page.tsx'].replace('One', 'Two') })
  await expectText(() => frame.textContent('h1'), /Two/)
  expect(countIn((await button()) ?? '')).toBe(before)
})

test("a syntax error opens Next's overlay over the page, mending it closes it, state kept", async () => {
  const before = countIn((await button()) ?? '')
  await kernel.write({
    'app/counter.tsx': counter('Count').replace('return <button', 'return <button <'),
  })
  await expectText(overlayText, /Build Error[\s\S]*app\/counter\.tsx/)
  await kernel.write({ 'app/counter.tsx': counter('Mended') })
  expect(countIn(await expectText(button, /^Mended/))).toBe(before)
  await expectText(overlayText, /^$/)
  expect(await isSameDocument()).toBe(true)
})

test('an error while rendering opens the overlay; mending it brings the page back', async () => {
  const broken = counter(
    'Count',
    `if (typeof window !== 'undefined') throw new Error('lost in render')`,
  )
  await kernel.write({ 'app/counter.tsx': broken })
  await expectText(overlayText, /lost in render/)
  await kernel.write({ 'app/counter.tsx': counter('Mended') })
  await expectText(button, /^Mended/)
})
