// The fixture apps on real Next and in the kernel, in both flavours: every request must be answered alike, but for the
// differences that content/docs/what-is-real.mdx lists.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { findRow, findStaleRows, readAcceptedRows } from './accepted.ts'
import { cachingApp } from './apps/caching.ts'
import { conventionsApp } from './apps/conventions.ts'
import { stepsOf, type FixtureApp } from './apps/fixture-app.ts'
import { movedApp } from './apps/moved.ts'
import { styledApp } from './apps/styled.ts'
import type { Flavour, Side } from './exchange.ts'
import { startInKernel } from './fixture-kernel-side.ts'
import { startFixture } from './fixture-real-side.ts'
import { routesTable } from './printed-routes.ts'
import { compareSides, showDifference, type Comparison } from './run-transcript.ts'

const FOUND = join(ROOT, 'build', 'parity', 'found')
const apps: readonly FixtureApp[] = [conventionsApp, cachingApp, movedApp, styledApp]

const flavours: readonly Flavour[] = ['production', 'development']
const foundKeys: string[] = []
/** Of each app: the tables of routes that the two builds printed. */
const tables = new Map<string, { real: string; here: string }>()

async function compare(app: FixtureApp, flavour: Flavour): Promise<Comparison> {
  const sides: Side[] = []
  try {
    const real = await startFixture(app, flavour)
    sides.push(real)
    const here = await startInKernel(app, flavour)
    sides.push(here)
    if (flavour === 'production')
      tables.set(app.name, {
        real: routesTable(real.printed ?? ''),
        here: routesTable(here.printed ?? ''),
      })
    const comparison = await compareSides(
      { flavour, example: app.name, real, here },
      stepsOf(app, flavour),
    )
    foundKeys.push(...comparison.found.map(({ key }) => key))
    mkdirSync(FOUND, { recursive: true })
    const file = join(FOUND, `${flavour}-${app.name}`)
    writeFileSync(`${file}.json`, JSON.stringify(comparison.found, null, 1))
    writeFileSync(`${file}.answers.json`, JSON.stringify(comparison.answers, null, 1))
    return comparison
  } finally {
    await Promise.all(sides.map((side) => side.stop()))
  }
}

describe.each(apps)('$name', (app) => {
  test.each(flavours)(
    'in the %s flavour, answers as real Next does',
    async (flavour) => {
      const { found } = await compare(app, flavour)
      const rows = readAcceptedRows()
      expect(found.filter(({ key }) => findRow(rows, key) === null).map(showDifference)).toEqual([])
    },
    400_000,
  )

  test('a build prints the table of routes that `next build` prints', () => {
    const { real = '', here = '' } = tables.get(app.name) ?? {}
    expect(real).toContain('Route (app)')
    expect(here).toBe(real)
  })
})

test('every difference that is accepted of these apps is still there', () => {
  const names = apps.map(({ name }) => name)
  expect(findStaleRows(readAcceptedRows(), names, foundKeys)).toEqual([])
})

test('at least two hundred requests are compared in each flavour', () => {
  for (const flavour of flavours)
    expect(apps.flatMap((app) => stepsOf(app, flavour)).length).toBeGreaterThanOrEqual(200)
})
