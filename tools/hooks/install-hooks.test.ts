import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wantsHooks } from './install-hooks.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'both-ends-hooks-'))
  mkdirSync(join(folder, 'node_modules/simple-git-hooks'), { recursive: true })
  writeFileSync(join(folder, 'node_modules/simple-git-hooks/cli.js'), '')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('a clone gets the hook', () => {
  mkdirSync(join(folder, '.git'))
  expect(wantsHooks(folder, {})).toBe(true)
})

test('CI gets none', () => {
  mkdirSync(join(folder, '.git'))
  expect(wantsHooks(folder, { CI: 'true' })).toBe(false)
})

test('a downloaded copy without git gets none', () => {
  expect(wantsHooks(folder, {})).toBe(false)
})

test('an install without development packages gets none', () => {
  mkdirSync(join(folder, '.git'))
  rmSync(join(folder, 'node_modules'), { recursive: true })
  expect(wantsHooks(folder, {})).toBe(false)
})
