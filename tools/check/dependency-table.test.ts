import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../build/build-if-changed.mjs'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const pinned = { ...manifest.dependencies, ...manifest.devDependencies }
/** Rows of CONTRIBUTING's tables: name to version. */
const rows = new Map(
  [
    ...readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').matchAll(
      /^\| ([@\w/.-]+) +\| (\d[\w.-]*) +\|/gm,
    ),
  ].map(([, name = '', version = '']) => [name, version] as const),
)

describe('the dependency table in CONTRIBUTING.md', () => {
  test.each(Object.entries(pinned))('%s %s has its row', (name, version) => {
    expect(rows.get(name)).toBe(version)
  })

  test('names nothing that is gone', () => {
    expect([...rows.keys()].filter((name) => !Object.hasOwn(pinned, name))).toEqual([])
  })

  test('everything is pinned exactly', () => {
    expect(Object.values(pinned).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})
