// The stylesheets of the Tailwind fixture, by the real `@tailwindcss/postcss` with its native scanner and by the kernel's
// compiler with ours: rule by rule. Neither Next nor a browser is asked.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import realTailwind from '@tailwindcss/postcss'
import postcss from 'postcss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createTailwind,
  type TailwindParts,
} from '../../playground/runtime/kernel/tailwind/tailwind.ts'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { tailwind } from './apps/styled/tailwind.ts'

interface Published extends Pick<TailwindParts, 'compile'> {
  readonly Features: TailwindParts['features']
  readonly Polyfills: TailwindParts['polyfills']
}
const require = createRequire(import.meta.url)
const published: Published = require('tailwindcss')
const { compileTailwind } = createTailwind({
  compile: published.compile,
  features: published.Features,
  polyfills: published.Polyfills,
  sheets: Object.fromEntries(
    ['index.css', 'theme.css', 'preflight.css', 'utilities.css'].map((name) => [
      name,
      readFileSync(require.resolve(`tailwindcss/${name}`), 'utf8'),
    ]),
  ),
  glob: require('next/dist/compiled/picomatch'),
})

const files = Object.fromEntries(
  Object.entries(tailwind.files).map(([path, content]) => [`/${path}`, String(content)]),
)
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tailwind-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function byRealPlugin(file: string): Promise<string> {
  const plugin = realTailwind({ base: folder, optimize: false })
  const from = join(folder, file)
  return (await postcss([plugin]).process(files[file] ?? '', { from })).css
}

async function inKernel(file: string): Promise<string> {
  const readSheet = (path: string) => files[path] ?? null
  return (await compileTailwind({ css: files[file] ?? '', file, sources: files, readSheet })).css
}

/** `@layer utilities > .flex > display: flex`, in order. */
function declarations(css: string): string[] {
  const lines: string[] = []
  postcss.parse(css).walkDecls(({ prop, value, important, parent }) => {
    const path: string[] = []
    for (let at = parent; at && at.type !== 'root'; at = at.parent)
      path.unshift(
        'selector' in at
          ? String(at.selector)
          : `@${'name' in at ? at.name : ''} ${'params' in at ? at.params : ''}`,
      )
    lines.push(`${path.join(' > ')} > ${prop}: ${value}${important ? ' !important' : ''}`)
  })
  return lines.map((line) => line.replace(/\s+/g, ' '))
}

test.each(['/app/globals.css', '/app/page.module.css'])('%s has the same rules', async (file) => {
  const real = declarations(await byRealPlugin(file))
  expect(real.length).toBeGreaterThan(5)
  expect(declarations(await inKernel(file))).toEqual(real)
})
