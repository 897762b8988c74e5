// Tailwind 4 in an app of the real kernel, in both flavours: when it is compiled, what an edit changes, what is refused.
// Needs the built kernel.
import type { Frame } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Flavour } from '../../playground/runtime/wire/message.ts'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

const CHUNK = '/__host__/kernel/tailwind.js'

const counter = (classes: string) => `'use client'
import { useState } from 'react'
export function Counter() {
  const [count, setCount] = useState(0)
  return <button className="${classes}" onClick={() => setCount(count + 1)}>{count}</button>
}`

const plain = {
  'app/layout.tsx': `import './globals.css'
export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }`,
  'app/globals.css': '@import "./more.css";',
  'app/more.css': 'h1 { color: rgb(1, 2, 3) }',
  'app/page.tsx': `import { Counter } from './counter'
import styles from './page.module.css'
export default function Page() { return <main className="px-[5px] text-(--ink)"><h1 className={styles.title}>Title</h1><Counter /></main> }`,
  'app/page.module.css': '.title { margin-top: 1px }',
  'app/counter.tsx': counter('mt-[3px]'),
}
const app = {
  ...plain,
  'postcss.config.mjs': `const config = { plugins: { '@tailwindcss/postcss': {} } }\nexport default config`,
  'app/globals.css': `@import "tailwindcss";\n@import "./more.css";
@theme { --color-brand: rgb(7, 8, 9) }
:root { --ink: rgb(4, 5, 6) }
.card { @apply p-[11px] hover:p-[12px]; }`,
  'app/page.module.css': `@reference "./globals.css";\n.title { @apply text-brand mt-[2px]; }`,
}

describe.each<Flavour>(['development', 'production'])('%s', (flavour) => {
  let kernel: OpenKernel
  let frame: Frame

  beforeAll(async () => {
    kernel = await openKernel()
    await kernel.boot(flavour, plain)
  })
  afterAll(() => kernel.close())

  const style = (selector: string, property: string) =>
    frame.evaluate(
      ([one = '', name = '']) =>
        getComputedStyle(document.querySelector(one) ?? document.body).getPropertyValue(name),
      [selector, property],
    )
  /** Every stylesheet of the page, joined. */
  const sheets = async () => {
    const { text } = await kernel.request('/')
    const links = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)]
    const answers = await Promise.all(links.map(([, href = '']) => kernel.request(href)))
    return answers.map((answer) => answer.text).join('\n')
  }

  // The chunk is fetched once and kept: this comes first.
  test('an app whose postcss.config does not name it fetches nothing of it', async () => {
    expect(await sheets()).toContain('rgb(1, 2, 3)')
    await kernel.load({ ...plain, 'postcss.config.json': '{ "plugins": [] }' })
    expect(await sheets()).toContain('rgb(1, 2, 3)')
    expect(kernel.requested()).not.toContain(CHUNK)
  })

  test('its import in such an app says what is missing; the file mends it', async () => {
    const { 'postcss.config.mjs': config, ...without } = app
    await kernel.load(without)
    const [error] = await kernel.errors()
    expect(error?.message).toContain("Can't resolve 'tailwindcss'")
    expect(error?.message).toContain("postcss.config.mjs names the plugin '@tailwindcss/postcss'")
    expect(error?.place).toMatchObject({ file: 'frontend/app/globals.css', line: 1 })
    await kernel.write({
      'postcss.config.js': `module.exports = { plugins: ['@tailwindcss/postcss'] }`,
    })
    expect(await kernel.errors()).toEqual([])
    expect(await sheets()).toContain('padding-inline: 5px')
    await kernel.write({ 'postcss.config.js': null, 'postcss.config.mjs': config })
    expect(await kernel.errors()).toEqual([])
  })

  describe('an app with it', () => {
    beforeEach(async () => {
      await kernel.load(app)
      frame = await kernel.open('/')
    })

    test('has utilities, theme, @apply and @reference in the page', async () => {
      expect(await style('main', 'padding-left')).toBe('5px')
      expect(await style('main', 'color')).toBe('rgb(4, 5, 6)')
      expect(await style('h1', 'color')).toBe('rgb(7, 8, 9)')
      expect(await style('h1', 'margin-top')).toBe('2px')
      expect(await style('button', 'margin-top')).toBe('3px')
      // Its reset.
      expect(await style('body', 'margin-top')).toBe('0px')
      expect(kernel.pageErrors()).toEqual([])
    })

    test('a class that an edit takes away is taken from the sheet, a new one comes', async () => {
      expect(await sheets()).toContain('margin-top: 3px')
      await kernel.write({ 'app/counter.tsx': counter('mt-[4px]') })
      expect(await sheets()).toContain('margin-top: 4px')
      expect(await sheets()).not.toContain('margin-top: 3px')
    })

    test('a class of a file that nothing imports yet is there too, until the file goes', async () => {
      await kernel.write({ 'notes/later.mdx': '<b className="mt-[9px]">Later</b>' })
      expect(await sheets()).toContain('margin-top: 9px')
      await kernel.write({ 'notes/later.mdx': null })
      expect(await sheets()).not.toContain('margin-top: 9px')
    })

    test('what it refuses is shown at its line', async () => {
      await kernel.write({ 'app/more.css': '.a {\n  @apply no-such-class;\n}' })
      const [unknown] = await kernel.errors()
      expect(unknown?.message).toContain('Cannot apply unknown utility class `no-such-class`')
      await kernel.write({
        'app/more.css': '',
        'app/globals.css': '@import "tailwindcss";\n@plugin "@tailwindcss/typography";',
      })
      const [plugin] = await kernel.errors()
      expect(plugin?.message).toContain('`@plugin` loads JavaScript into Tailwind')
      expect(plugin?.place).toMatchObject({ file: 'frontend/app/globals.css', line: 2 })
    })
  })
})

test('in development a class that an edit adds is in the open page, with its state', async () => {
  const kernel = await openKernel()
  try {
    await kernel.boot('development', app)
    const frame = await kernel.open('/')
    const button = () => frame.textContent('button')
    await expect
      .poll(async () => {
        await frame.click('button')
        return button()
      })
      .toMatch(/[1-9]/)
    const count = await button()
    await frame.evaluate(() => void Object.assign(globalThis, { marked: true }))
    const margin = () =>
      frame.evaluate(
        () => getComputedStyle(document.querySelector('button') ?? document.body).marginTop,
      )
    await kernel.write({ 'app/counter.tsx': counter('mt-[17px]') })
    await expect.poll(margin, { timeout: 6000 }).toBe('17px')
    // A server component’s class: the sheet alone changes what the page looks like.
    await kernel.write({ 'app/page.tsx': app['app/page.tsx'].replace('px-[5px]', 'px-[6px]') })
    await expect
      .poll(() =>
        frame.evaluate(
          () => getComputedStyle(document.querySelector('main') ?? document.body).paddingLeft,
        ),
      )
      .toBe('6px')
    expect(await button()).toBe(count)
    expect(await frame.evaluate(() => 'marked' in globalThis)).toBe(true)
    expect(kernel.pageErrors()).toEqual([])
  } finally {
    await kernel.close()
  }
})
