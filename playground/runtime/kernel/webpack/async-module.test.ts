import { expect, test } from 'vitest'
import type { ModuleFunction, WebpackRequire } from '../contract.ts'
import { createWebpackRequire } from './require.ts'

type Body = (imports: readonly unknown[], exports: object, require: WebpackRequire) => unknown

/** What the linker writes for a module that awaits, or imports one that does. */
function asyncModule(
  dependencies: readonly string[],
  body: Body,
  hasAwait: boolean,
): ModuleFunction {
  return (module, exports, require) =>
    require.a(
      module,
      async (awaitAll, done) => {
        try {
          const found = awaitAll(dependencies.map((id) => require(id)))
          const imports = 'then' in found ? (await found)() : found
          await body(imports, exports, require)
          done()
        } catch (cause) {
          done(cause)
        }
      },
      hasAwait,
    )
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const named = (value: unknown) => value as { name: string } // every module here exports a name

test('a module that awaits is a promise of its exports', async () => {
  const load = createWebpackRequire({
    a: asyncModule(
      [],
      async (_, exports, r) => {
        await later(5)
        r.d(exports, { name: () => 'a' })
      },
      true,
    ),
  })
  expect(named(await load('a')).name).toBe('a')
})

test('importers wait, in order, and see the exports themselves', async () => {
  const order: string[] = []
  const load = createWebpackRequire({
    slow: asyncModule(
      [],
      async (_, exports, r) => {
        await later(10)
        order.push('slow')
        r.d(exports, { name: () => 'slow' })
      },
      true,
    ),
    middle: asyncModule(
      ['slow'],
      ([slow], exports, r) => {
        order.push('middle')
        r.d(exports, { name: () => `middle of ${named(slow).name}` })
      },
      false,
    ),
    top: asyncModule(
      ['middle', 'slow', 'plain'],
      ([middle, slow, plain], exports, r) => {
        order.push('top')
        r.d(exports, { name: () => [middle, slow, plain].map((one) => named(one).name).join() })
      },
      false,
    ),
    plain: (module) => (module.exports = { name: 'plain' }),
  })
  expect(named(await load('top')).name).toBe('middle of slow,slow,plain')
  expect(order).toEqual(['slow', 'middle', 'top'])
})

test('two that import each other both finish', async () => {
  const load = createWebpackRequire({
    a: asyncModule(
      ['b'],
      async (_, exports, r) => {
        await later(1)
        r.d(exports, { name: () => 'a' })
      },
      true,
    ),
    b: asyncModule(['a'], (_, exports, r) => r.d(exports, { name: () => 'b' }), false),
  })
  expect(named(await load('a')).name).toBe('a')
  expect(named(await load('b')).name).toBe('b')
})

test('a failure reaches every importer', async () => {
  const load = createWebpackRequire({
    bad: asyncModule(
      [],
      async () => {
        await later(1)
        throw new Error('bad')
      },
      true,
    ),
    top: asyncModule(['bad'], () => undefined, false),
  })
  await expect(load('top')).rejects.toThrow('bad')
  await expect(load('bad')).rejects.toThrow('bad')
})
