// On Next's own runtimes: a release that writes these places otherwise must fail here, not in the overlay.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NEXT_DIST } from './bundles.mjs'
import { fitRuntime } from './externals.mjs'

describe.each(['dev', 'prod'])('app-page.runtime.%s.js', (name) => {
  const file = join(NEXT_DIST, 'compiled/next-server', `app-page.runtime.${name}.js`)
  const text = readFileSync(file, 'utf8')
  const fitted = fitRuntime(text)

  test('names of files are cut by no project folder', () => {
    const cuts = (code: string) =>
      code.match(/\[project\\\]\[\\\\\/\]\?\/,""\)\.replace\(\w+,""\)/g)?.length ?? 0
    expect(cuts(text)).toBe(1)
    expect(cuts(fitted)).toBe(0)
  })

  test('stylesheets are addressed by their last change, in development', () => {
    const addresses = (code: string) => code.match(/\?v=\$\{[^}]+\}/g) ?? []
    expect(addresses(text)).toEqual(name === 'dev' ? ['?v=${ctx.requestTimestamp}'] : [])
    expect(addresses(fitted)).toEqual(
      name === 'dev' ? ['?v=${__kernelHooks().stylesVersion()}'] : [],
    )
  })

  test('nothing is required by a computed name', () => {
    expect(fitted).not.toMatch(/\brequire\("\.\/"\s*\+/)
  })
})
