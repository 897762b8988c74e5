import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../build/build-if-changed.mjs'
import { allSuites } from './suites.mjs'

const builtFiles = ['playground', 'tests', 'tools'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.built.test.ts'))
    .map((path) => `${folder}/${path}`),
)
/** Of each suite that runs `built` tests: the parts of paths that it asks for. */
const builtFilters = allSuites()
  .map((suite) => suite.start('report').args)
  .filter((args) => args.includes('built'))
  .map((args) => args.filter((arg) => arg.endsWith('/')))

describe('the suites', () => {
  test.each(builtFiles)('%s runs in exactly one of them', (file) => {
    const running = builtFilters.filter((filters) => filters.some((part) => file.includes(part)))
    expect(running).toHaveLength(1)
  })

  test('no two share a name', () => {
    const names = allSuites().map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
