import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtOrigin, copyWithOrigins } from './built-origins.mjs'

const ROOM = { site: 'https://192.168.1.5:3443', preview: 'https://192.168.1.5:3444' }
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'both-ends-origins-'))
  mkdirSync(join(folder, 'built/parts'), { recursive: true })
  const site = builtOrigin('site', 'http://localhost:3000')
  const preview = builtOrigin('preview', 'http://127.0.0.1:3001')
  writeFileSync(
    join(folder, 'built/parts/host.js'),
    `a="${site}",b="${preview}",next="http://localhost:3000"`,
  )
  writeFileSync(join(folder, 'built/page.html'), 'http://localhost:3000')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the room’s origins take the place of those that were built in, and of nothing else', () => {
  const changed = copyWithOrigins(join(folder, 'built'), join(folder, 'room'), ROOM)
  expect(changed).toEqual([join(folder, 'room/parts/host.js')])
  // The last one is where the learner's app believes to be.
  expect(readFileSync(join(folder, 'room/parts/host.js'), 'utf8')).toBe(
    'a="https://192.168.1.5:3443/?both-ends-site",b="https://192.168.1.5:3444/?both-ends-preview",next="http://localhost:3000"',
  )
  expect(statSync(join(folder, 'room/page.html')).size).toBe(21)
})

test('a folder that names no origin is no build of ours', () => {
  expect(() =>
    copyWithOrigins(join(folder, 'built/parts/..'), join(folder, 'x'), ROOM),
  ).not.toThrow()
  rmSync(join(folder, 'built/parts'), { recursive: true })
  expect(() => copyWithOrigins(join(folder, 'built'), join(folder, 'y'), ROOM)).toThrow(
    /names an origin: run npm run build\.$/,
  )
})
