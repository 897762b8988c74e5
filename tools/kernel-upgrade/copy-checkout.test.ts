import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyCheckout } from './copy-checkout.mjs'

let folder: string
let root: string
let target: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copy-checkout-'))
  root = join(folder, 'checkout')
  target = join(folder, 'copy')
  mkdirSync(target)
  const files = {
    '.gitignore': 'node_modules\nbuild\n',
    'package.json': '{}',
    'deep/er/file.txt': 'committed',
    'deleted.txt': 'gone',
    'build/out.js': 'built',
    'node_modules/.package-lock.json': '{}',
    'node_modules/.vite/cache.json': '{}',
    'node_modules/next/package.json': '{"version":"1"}',
    'node_modules/@scope/one/index.js': 'one',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  execFileSync('git', ['add', '.'], { cwd: root })
  rmSync(join(root, 'deleted.txt'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const textOf = (path: string) => readFileSync(join(target, path), 'utf8')
const inodeOf = (base: string, path: string) => statSync(join(base, path)).ino

test('the copy holds the files as they stand: edited, new, without the deleted and the built', async () => {
  writeFileSync(join(root, 'deep/er/file.txt'), 'edited')
  writeFileSync(join(root, 'new.txt'), 'new')
  await copyCheckout(root, target)
  expect(textOf('deep/er/file.txt')).toBe('edited')
  expect(textOf('new.txt')).toBe('new')
  for (const path of ['deleted.txt', 'build', '.git'])
    expect(existsSync(join(target, path))).toBe(false)
})

test('packages are linked, caches stay behind', async () => {
  await copyCheckout(root, target)
  for (const path of ['node_modules/next/package.json', 'node_modules/@scope/one/index.js'])
    expect(inodeOf(target, path)).toBe(inodeOf(root, path))
  expect(existsSync(join(target, 'node_modules/.vite'))).toBe(false)
})

test('what npm or a person rewrites in place is no link', async () => {
  await copyCheckout(root, target)
  for (const path of ['node_modules/.package-lock.json', 'package.json'])
    writeFileSync(join(target, path), 'rewritten')
  expect(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).toBe('{}')
  expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe('{}')
})

test('a folder that git does not know is refused with a sentence', async () => {
  rmSync(join(root, '.git'), { recursive: true })
  await expect(copyCheckout(root, target)).rejects.toMatchObject({
    name: 'MissingRequirement',
    message: expect.stringContaining('needs git'),
  })
})
