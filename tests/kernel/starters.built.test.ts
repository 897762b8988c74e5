// The compiled starters in the real kernel: their first page needs no compiler. Needs `npm run build`.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StarterCode } from '../../playground/runtime/kernel/compiler/starter-code.ts'
import { getHeader } from '../../playground/runtime/wire/headers.ts'
import type { Flavour } from '../../playground/runtime/wire/message.ts'
import { openKernel } from './harness/open-kernel.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Frontend files of an example as the workspace begins with them. */
function starterFiles(name: string): Record<string, string> {
  const { files }: { files: Record<string, unknown> } = JSON.parse(
    readFileSync(join(ROOT, 'build/starter-files', `${name}.json`), 'utf8'),
  )
  const frontend = Object.entries(files).flatMap(([path, content]): [string, string][] =>
    path.startsWith('frontend/') && typeof content === 'string'
      ? [[path.slice('frontend/'.length), content]]
      : [],
  )
  return Object.fromEntries(frontend)
}

const cases = readdirSync(join(ROOT, 'build/starters')).map((file) =>
  file.replace('.json', '').split('.'),
)

const TOOLCHAIN = '/__host__/kernel/toolchain.js'
/**
 * What a first page loads all the same. user-crud's next.config has `headers`: Next's own loader of rules, in the toolchain,
 * reads them. In development, with cacheComponents, its page loads SWC too; why is not known yet.
 */
const LOADED: Readonly<Record<string, readonly string[]>> = {
  'user-crud development': ['/__host__/kernel/swc.wasm', TOOLCHAIN],
  'user-crud production': [TOOLCHAIN],
}

test.each(cases)(
  '%s in %s shows its first page without SWC, and without the toolchain but for rules of next.config',
  async (name = '', flavour = '') => {
    const kernel = await openKernel()
    try {
      await kernel.page.evaluate(() => {
        harness.answerApi('/api/hello', { message: 'Hello', letters: 5 })
        harness.answerApi('/api/people', { items: [], total: 0, page: 1, pages: 1 })
        harness.answerApi('/api/stats', { people: 2, notes: 12 })
      })
      const start = performance.now()
      const timings = await kernel.boot(flavour as Flavour, starterFiles(name), {
        precompiled: new URL(`/__host__/starters/${name}.${flavour}.json`, kernel.page.url()).href,
        environment: { API_URL: 'http://localhost:8000' },
      })
      const { status, text, ms } = await kernel.request('/')
      const whole = performance.now() - start
      const files = kernel.requested()
      console.log(
        name,
        flavour,
        'boot',
        JSON.stringify(timings),
        'html',
        Math.round(ms),
        'in all',
        Math.round(whole),
      )
      expect(text).toContain('<main')
      expect(status).toBe(200)
      const loaded = files.filter((file) => /swc\.wasm$|toolchain\.js$/.test(file))
      expect(loaded).toEqual(LOADED[`${name} ${flavour}`] ?? [])
    } finally {
      const logs = await kernel.logs()
      if (logs.length > 0) console.log(logs.join('\n').slice(0, 1500))
      await kernel.close()
    }
  },
)

/** The shipped code of an example, with a mark in each page that its build left behind; as an address. */
function markedStarter(name: string): string {
  const code: StarterCode = JSON.parse(
    readFileSync(join(ROOT, 'build/starters', `${name}.production.json`), 'utf8'),
  )
  if (code.build === null) throw new Error(`${name} ships no build.`)
  const { key, value } = code.build
  const written = Object.fromEntries(
    Object.entries(value.written).map(([path, content]) => [
      path,
      typeof content === 'string' ? content.replaceAll('<main', '<main data-shipped') : content,
    ]),
  )
  const marked = { ...code, build: { key, value: { ...value, written } } }
  return `data:application/json;base64,${Buffer.from(JSON.stringify(marked)).toString('base64')}`
}

test.each(cases.filter(([, flavour]) => flavour === 'production'))(
  '%s ships a build',
  (name = '') => {
    expect(() => markedStarter(name)).not.toThrow()
  },
)

interface BuildOptions {
  readonly precompiled?: string
  readonly environment: Record<string, string>
}

async function buildAndAsk(changed: Record<string, string>, options: BuildOptions) {
  const kernel = await openKernel()
  try {
    await kernel.boot('production', { ...starterFiles('directory'), ...changed }, options)
    const routes = await kernel.build()
    const { headers, text } = await kernel.request('/people/new')
    return { routes, cache: getHeader(headers, 'x-nextjs-cache'), text }
  } finally {
    await kernel.close()
  }
}

test('the shipped build is taken for the same files and environment, and for no others', async () => {
  const environment = { API_URL: 'http://localhost:8000' }
  const precompiled = markedStarter('directory')
  const shipped = await buildAndAsk({}, { precompiled, environment })
  expect(shipped.text).toContain('data-shipped')
  expect(shipped.cache).toBe('HIT')
  const built = await buildAndAsk({}, { environment })
  expect(built.routes).toEqual(shipped.routes)
  expect(built.text).toBe(shipped.text.replaceAll(' data-shipped', ''))
  const others = [
    await buildAndAsk({ 'README.md': '' }, { precompiled, environment }),
    await buildAndAsk({}, { precompiled, environment: { API_URL: 'http://localhost:9000' } }),
  ]
  for (const { text, cache } of others) {
    expect(text).not.toContain('data-shipped')
    expect(cache).toBe('HIT')
  }
})
