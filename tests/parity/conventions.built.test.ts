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
import { compareLooks } from './looks.ts'
import { routeTree } from './route-tree.ts'
import { compareSides, type FoundDifference } from './run-transcript.ts'

const FOUND = join(ROOT, 'build', 'parity', 'found')
const apps: readonly FixtureApp[] = [conventionsApp, cachingApp, movedApp, styledApp]

const flavours: readonly Flavour[] = ['production', 'development']
const foundKeys: string[] = []
/** Of each app, what `next build` printed in both places. */
const trees = new Map<string, { readonly real: string; readonly here: string }>()

async function compare(app: FixtureApp, flavour: Flavour): Promise<FoundDifference[]> {
  const sides: Side[] = []
  try {
    const real = await startFixture(app, flavour)
    sides.push(real)
    const here = await startInKernel(app, flavour)
    sides.push(here)
    if (flavour === 'production')
      trees.set(app.name, { real: routeTree(real.buildOutput), here: routeTree(here.buildOutput) })
    const pair = { flavour, example: app.name, real, here }
    const { found, answers } = await compareSides(pair, stepsOf(app))
    found.push(...(await compareLooks(pair, app.looks ?? [])))
    foundKeys.push(...found.map(({ key }) => key))
    mkdirSync(FOUND, { recursive: true })
    const file = join(FOUND, `${flavour}-${app.name}`)
    writeFileSync(`${file}.json`, JSON.stringify(found, null, 1))
    writeFileSync(`${file}.answers.json`, JSON.stringify(answers, null, 1))
    return found
  } finally {
    await Promise.all(sides.map((side) => side.stop()))
  }
}

function show({ key, real, here }: FoundDifference): string {
  return `${key}\n  real: ${real.replaceAll('\n', '\n        ')}\n  here: ${here.replaceAll('\n', '\n        ')}`
}

describe.each(apps)('$name', (app) => {
  test.each(flavours)(
    'in the %s flavour, answers as real Next does',
    async (flavour) => {
      const found = await compare(app, flavour)
      const rows = readAcceptedRows()
      expect(found.filter(({ key }) => findRow(rows, key) === null).map(show)).toEqual([])
    },
    400_000,
  )
})

test.each(apps)('the build of $name ends with the table of next build', ({ name }) => {
  const { real, here } = trees.get(name) ?? { real: '', here: '' }
  expect(real).toContain('Route (app)')
  expect(here).toBe(real)
})

test('every difference that is accepted of these apps is still there', () => {
  const names = apps.map(({ name }) => name)
  expect(findStaleRows(readAcceptedRows(), names, foundKeys)).toEqual([])
})

test('at least two hundred requests are compared in each flavour', () => {
  expect(apps.flatMap(stepsOf).length).toBeGreaterThanOrEqual(200)
})
