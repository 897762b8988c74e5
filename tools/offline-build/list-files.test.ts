import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashOf } from '../../playground/runtime/kept/keep-file.ts'
import { groupOfPreview, groupOfSite } from './groups.mjs'
import { filesBelow, listFiles, versionOf } from './list-files.mjs'

let root = ''

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lists-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('each file is in the group that its readers are in', () => {
  write({ 'docs/index.html': '<script src="/_next/static/chunks/early.js">' })
  const groupOf = groupOfSite(root, ['docs/index.html'])
  expect(groupOf('docs/index.html')).toBe('site')
  expect(groupOf('_next/static/chunks/early.js')).toBe('site')
  expect(groupOf('_next/static/chunks/late.js')).toBe('engines')
  expect(groupOf('types/types.json')).toBe('engines')
  expect(groupOf('learn/index.html')).toBe('site')
  expect(groupOf('lessons/index.json')).toBe('site')
  expect(groupOf('learn/02-params/index.html')).toBe('lessons')
  expect(groupOf('lessons/02-params/checks.js')).toBe('lessons')
  expect(groupOf('references/jwt.json')).toBe('lessons')
  expect(groupOf('service-worker.js')).toBeNull()
  expect(groupOfPreview('__host__/kernel/swc.wasm')).toBe('engines')
  expect(groupOfPreview('service-worker.js')).toBeNull()
})

test('the hash of the list is the one that a page makes of the same bytes', async () => {
  write({ 'a/b.txt': 'both ends' })
  const [file] = await listFiles(root, () => 'site')
  expect(file).toMatchObject({ path: '/a/b.txt', bytes: 9, download: 9, group: 'site' })
  expect(file?.hash).toBe(await hashOf(new TextEncoder().encode('both ends').buffer))
})

test('the version changes with content and with names, and not with time', async () => {
  const version = () => versionOf(root, () => 'site')
  write({ 'a.txt': 'one', 'b.txt': 'two' })
  const before = await version()
  write({ 'a.txt': 'one' })
  expect(await version()).toBe(before)
  write({ 'a.txt': 'new' })
  expect(await version()).not.toBe(before)
  expect(filesBelow(root)).toEqual(['a.txt', 'b.txt'])
})
