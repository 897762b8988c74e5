import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandsOf } from './build.mjs'
import { collectFiles } from './collect.mjs'

let modules = ''

beforeAll(() => {
  modules = mkdtempSync(join(tmpdir(), 'both-ends-modules-'))
  const files = {
    'app/package.json': '{"dependencies":{"inner":"1","@scope/top":"1"}}',
    'app/index.js': '',
    'app/index.js.map': '',
    'app/index.d.ts': '',
    'app/node_modules/inner/package.json': '{}',
    'inner/package.json': '{"name":"another version"}',
    '@scope/top/package.json': '{}',
    '@types/app/package.json': '{}',
    '@types/app/index.d.ts': '',
    'unasked/package.json': '{}',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(modules, path)), { recursive: true })
    writeFileSync(join(modules, path), text)
  }
})

afterAll(() => rmSync(modules, { recursive: true }))

test('a root brings what it needs, from where Node would find it, and nothing else', () => {
  const paths = collectFiles(modules, ['app']).map(({ path }) => path)
  expect(paths).toEqual([
    '@scope/top/package.json',
    'app/index.js',
    'app/node_modules/inner/package.json',
    'app/package.json',
  ])
})

test('declarations are left out, but those that are a package’s whole content', () => {
  const paths = collectFiles(modules, ['@types/app']).map(({ path }) => path)
  expect(paths).toContain('@types/app/index.d.ts')
})

test('a package that is not installed is named, with what to do', () => {
  expect(() => collectFiles(modules, ['absent'])).toThrow()
  writeFileSync(join(modules, 'unasked/package.json'), '{"dependencies":{"absent":"1"}}')
  expect(() => collectFiles(modules, ['unasked'])).toThrow(
    'absent, which unasked needs, is not installed: run npm ci.',
  )
})

test('a package’s commands lie where npm looks for them', () => {
  const manifest = (bin: unknown) => Buffer.from(JSON.stringify({ bin }))
  const call = (path: string) => `#!/usr/bin/env node\nimport("${path}")\n`
  expect(commandsOf('next/package.json', manifest({ next: 'dist/bin/next' }))).toEqual([
    ['.bin/next', call('../next/dist/bin/next')],
  ])
  expect(commandsOf('@a/tool/package.json', manifest('cli.js'))).toEqual([
    ['.bin/tool', call('../@a/tool/cli.js')],
  ])
  expect(commandsOf('next/node_modules/nanoid/package.json', manifest('n.cjs'))).toEqual([
    ['next/node_modules/.bin/nanoid', call('../nanoid/n.cjs')],
  ])
  for (const path of ['next/dist/compiled/x/package.json', 'next/index.js'])
    expect(commandsOf(path, manifest('n.cjs'))).toEqual([])
})
