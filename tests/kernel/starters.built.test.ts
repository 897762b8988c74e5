// The compiled starters in the real kernel: their first page needs no compiler. Needs `npm run build`.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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

test.each(cases)(
  '%s in %s shows its first page without SWC and without the toolchain',
  async (name = '', flavour = '') => {
    const kernel = await openKernel()
    try {
      await kernel.page.evaluate(() => {
        harness.answerApi('/api/hello', { message: 'Hello', letters: 5 })
        harness.answerApi('/api/people', { items: [], total: 0, page: 1, pages: 1 })
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
      expect(files.filter((file) => /swc\.wasm$|toolchain\.js$/.test(file))).toEqual([])
    } finally {
      const logs = await kernel.logs()
      if (logs.length > 0) console.log(logs.join('\n').slice(0, 1500))
      await kernel.close()
    }
  },
)
