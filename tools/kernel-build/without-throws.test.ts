import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { NODE_MODULES } from './bundles.mjs'
import { withoutThrow } from './without-throws.mjs'

/** The package's exports, with its text changed or as it is. */
function evaluate(name: string, change: (path: string, text: string) => string): unknown {
  const path = join(NODE_MODULES, name, 'index.js')
  const module = { exports: {} as unknown }
  const run = new Function('module', 'require', change(path, readFileSync(path, 'utf8')))
  run(module, createRequire(join(dirname(path), 'index.js')))
  return module.exports
}

const names = ['%ThrowTypeError%', '%Error.prototype%', '%Array.prototype.push%', '%TypedArray%']

test.each(names)('get-intrinsic answers for %s as without the change', (name) => {
  const changed = evaluate('get-intrinsic', withoutThrow) as (name: string) => unknown
  const original = evaluate('get-intrinsic', (_, text) => text) as (name: string) => unknown
  // The getter of `callee` is one for the realm, however it was found.
  expect(changed(name)).toBe(original(name))
})

test.each([
  ['a function', () => 1],
  ['an async function', async () => 1],
  ['a class', class {}],
  ['a proxy of a function', new Proxy(() => 1, {})],
  ['an object', {}],
  ['nothing', undefined],
])('is-callable says of %s what it says without the change', (_, value) => {
  const changed = evaluate('is-callable', withoutThrow) as (value: unknown) => boolean
  const original = evaluate('is-callable', (_path, text) => text) as (value: unknown) => boolean
  expect(changed(value)).toBe(original(value))
})

test('a package that is written otherwise stops the build', () => {
  expect(() => withoutThrow('/x/is-callable/index.js', 'module.exports = 1')).toThrow(
    'is-callable/index.js no longer holds',
  )
})
