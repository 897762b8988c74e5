import { expect, test } from 'vitest'
import { createWebpackRequire } from '../webpack/require.ts'
import type { KernelMeta } from '../contract.ts'
import { readPathAliases } from '../files/path-aliases.ts'
import { MissingModule, Resolver } from './resolve.ts'

const link = '(rsc)/./node_modules/next/dist/client/app-dir/link.react-server.js'
const stem = '(rsc)/./node_modules/next/dist/lib/thing.js'

function resolver(files: readonly string[], tsconfig?: string) {
  const meta = {
    specifiers: { rsc: { 'next/link': link }, ssr: {}, client: {} },
    clientModules: ['/./node_modules/next/dist/api/image.js'],
    packages: ['zod', 'swr/mutation'],
  } as unknown as KernelMeta // only what the resolver reads
  const webpack = createWebpackRequire({
    [stem]: () => undefined,
    '@swc/helpers/_/_x': () => undefined,
  })
  return new Resolver({
    meta,
    webpack,
    hasFile: (path) => files.includes(path),
    aliases: () => readPathAliases(tsconfig),
  })
}

const id = (files: readonly string[], specifier: string, importer = '/app/page.tsx') =>
  resolver(files).resolve(specifier, importer, 'rsc').id

test('relative paths, endings, index files and queries', () => {
  expect(id(['/app/a.tsx'], './a')).toBe('(rsc)/./app/a.tsx')
  expect(id(['/lib/b/index.ts'], '../lib/b')).toBe('(rsc)/./lib/b/index.ts')
  expect(id(['/app/a.ts'], './a.js')).toBe('(rsc)/./app/a.ts')
  expect(id(['/app/(x)/[id]/a.ts'], './a', '/app/(x)/[id]/page.tsx')).toBe(
    '(rsc)/./app/(x)/[id]/a.ts',
  )
  expect(id(['/app/icon.png'], './icon.png?__next_metadata__')).toBe(
    '(rsc)/./app/icon.png?__next_metadata__',
  )
})

test('@/ is the root by default, what tsconfig says otherwise', () => {
  expect(id(['/lib/a.ts'], '@/lib/a')).toBe('(rsc)/./lib/a.ts')
  expect(id(['/src/lib/a.ts'], '@/lib/a')).toBe('(rsc)/./src/lib/a.ts')
  const tsconfig = `{ // own\n "compilerOptions": { "paths": { "~/*": ["./code/*"], }, }, }`
  expect(resolver(['/code/a.ts'], tsconfig).resolve('~/a', '/app/page.tsx', 'rsc').id).toBe(
    '(rsc)/./code/a.ts',
  )
})

test("Next's own modules by name, by path, per layer", () => {
  expect(id([], 'next/link')).toBe(link)
  expect(id([], 'next/dist/lib/thing')).toBe(stem)
  expect(id([], '@swc/helpers/_/_x')).toBe('@swc/helpers/_/_x')
  expect(() => resolver([]).resolve('next/link', '/app/page.tsx', 'ssr')).toThrow(MissingModule)
})

test('packages that were bundled ahead, and what their parts share', () => {
  expect(id([], 'swr/mutation')).toBe('(rsc)/./node_modules/swr/mutation')
  expect(id([], './chunk-AB12.js', '/node_modules/zod')).toBe('(rsc)/./node_modules/chunk-AB12')
  expect(() => id([], './chunk-AB12.js')).toThrow(MissingModule)
})

test('next/font keeps its query, which is its name', () => {
  const request = 'next/font/local/target.css?{"path":"app/page.tsx"}'
  expect(id([], request)).toBe(`(rsc)/.next/font/local/target.css?{"path":"app/page.tsx"}`)
})

test("anything else fails with Next's sentence", () => {
  expect(() => id([], 'left-pad')).toThrow("Module not found: Can't resolve 'left-pad'")
  expect(() => id([], './gone')).toThrow("Module not found: Can't resolve './gone'")
})
