import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { createTailwind, type TailwindParts } from './tailwind.ts'

const require = createRequire(import.meta.url)
const picomatch: (
  pattern: string,
  options: object,
) => (path: string) => boolean = require('next/dist/compiled/picomatch')
interface Published extends Pick<TailwindParts, 'compile'> {
  readonly Features: TailwindParts['features']
  readonly Polyfills: TailwindParts['polyfills']
}
const tailwind: Published = require('tailwindcss')
const names = ['index.css', 'theme.css', 'preflight.css', 'utilities.css']
const { compileTailwind } = createTailwind({
  compile: tailwind.compile,
  polyfills: tailwind.Polyfills,
  features: tailwind.Features,
  sheets: Object.fromEntries(
    names.map((name) => [name, readFileSync(require.resolve(`tailwindcss/${name}`), 'utf8')]),
  ),
  glob: (pattern) => picomatch(pattern, { dot: true, windows: false }),
})

const FILE = '/app/globals.css'
const SOURCES = {
  '/app/page.tsx': '<p className="mt-[3px] text-(--brand)" />',
  '/components/button.tsx': '<b className="mt-[4px]" />',
  '/components/old/card.tsx': '<b className="mt-[5px]" />',
  '/app/other.css': '.mt-\\[6px\\] { color: var(--color-red-500) } /* mt-[6px] */',
}

const made = async (css: string, sheets: Record<string, string> = {}, file = FILE) => {
  const readSheet = (path: string) => sheets[path] ?? null
  return compileTailwind({ css, file, sources: SOURCES, readSheet })
}
/** Which of the sources’ classes got a rule, by their number. */
const numbers = async (css: string) => {
  const sheet = await made(css)
  return [...sheet.css.matchAll(/margin-top: (\d)px/g)].map(([, digit]) => digit).join('')
}

test('utilities of what the files name, in Tailwind’s layers, with its reset', async () => {
  const { css, isScanned } = await made('@import "tailwindcss";\n@theme { --brand: red }')
  expect(isScanned).toBe(true)
  expect(css).toMatch(/^\/\*! tailwindcss v4/)
  expect(css).toMatch(/@layer utilities {\s+\.mt-\\\[3px\\\] {\s+margin-top: 3px;/)
  expect(css).toContain('--brand: red')
  // From a stylesheet only theme variables are taken.
  expect(css).toContain('--color-red-500:')
  expect(css).not.toContain('6px')
})

test.each([
  ['@import "tailwindcss";', '345'],
  ['@import "tailwindcss/utilities.css";', '345'],
  ['@tailwind utilities;', '345'],
  ['@import "tailwindcss" source("../components");', '45'],
  ['@import "tailwindcss" source(none);', ''],
  ['@import "tailwindcss" source(none);\n@source "./page.tsx";', '3'],
  ['@import "tailwindcss" source(none);\n@source "../components/**/*.{ts,tsx}";', '45'],
  ['@import "tailwindcss";\n@source not "../components/old";', '34'],
  ['@import "tailwindcss" source(none);\n@source inline("mt-[{8,9}px]");', '89'],
])('%s takes its classes from the right files', async (css, wanted) => {
  expect(await numbers(css)).toBe(wanted)
})

test('a class that is gone from the files is gone from the sheet', async () => {
  const request = { css: '@tailwind utilities', file: FILE, readSheet: () => null }
  const before = await compileTailwind({ ...request, sources: SOURCES })
  const after = await compileTailwind({
    ...request,
    sources: { ...SOURCES, '/app/page.tsx': '<p />' },
  })
  expect(before.css).toContain('3px')
  expect(after.css).not.toContain('3px')
  expect(after.css).toContain('4px')
})

test('sheets of one’s own are inlined, with what they ask of Tailwind', async () => {
  const { css } = await made('@import "tailwindcss";\n@import "./more.css" layer(components);', {
    '/app/more.css': '@import "../parts.css";',
    '/parts.css': '.part { @apply mt-[7px] }',
  })
  expect(css).toMatch(/@layer components {\s+\.part {\s+margin-top: 7px;/)
})

test('a CSS module with @reference gets its rules alone, and is not scanned', async () => {
  const { css, isScanned } = await made(
    '@reference "tailwindcss";\n.title { @apply hover:mt-2; }',
    {},
    '/app/page.module.css',
  )
  expect(isScanned).toBe(false)
  expect(css).toContain('.title:hover {\n    margin-top: calc(var(--spacing, 0.25rem) * 2);')
  expect(css).not.toContain('@layer')
})

test.each([
  ['.a { @apply no-such-class; }', 'Cannot apply unknown utility class `no-such-class`'],
  ['@import "./gone.css";', "Module not found: Can't resolve `./gone.css`"],
  ['@import "tw-animate-css";', "Module not found: Can't resolve `tw-animate-css`"],
  ['@plugin "@tailwindcss/typography";', '`@tailwindcss/typography`: `@plugin` loads JavaScript'],
  ['@config "../tailwind.config.js";', '`../tailwind.config.js`: `@config` loads JavaScript'],
  ['@import "tailwindcss" source("../gone");', '`source(../gone)` does not exist'],
])('%s fails in words that name it', async (css, message) => {
  await expect(made(css)).rejects.toThrow(message)
})
