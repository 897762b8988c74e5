import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../build/build-if-changed.mjs'
import { findAllWaysOut, findWaysOut } from './find-ways-out.mjs'

test.each(readdirSync(join(ROOT, 'examples')))('nothing in examples/%s leads out of it', (name) => {
  expect(findAllWaysOut(join(ROOT, 'examples', name))).toEqual([])
})

test('a path that leaves the folder is found, one that stays is not', () => {
  expect(findWaysOut('scripts/a.mjs', "import '../../other/b.mjs'")).toEqual(['../../other/b.mjs'])
  expect(findWaysOut('scripts/a.mjs', "new URL('../frontend/', here)")).toEqual([])
  expect(findWaysOut('scripts/deep/a.mjs', "import '../../b.mjs'")).toEqual([])
})

test('names that only this repository knows are found', () => {
  expect(findWaysOut('a.ts', "import '@playground/x'")).toEqual(['@playground/'])
})
