import { createRequire } from 'node:module'
import { compileFunction } from 'node:vm'
import { expect, test } from 'vitest'
import type { KernelToolchain } from '../../playground/runtime/kernel/contract.ts'
import { routeTree } from '../../playground/runtime/kernel/production/route-tree.ts'
import type { BuiltRoute } from '../../playground/runtime/wire/message.ts'
import { treeViewText } from './tree-view.mjs'

const exports: Partial<KernelToolchain> = {}
compileFunction(treeViewText(), ['exports', 'require'])(exports, createRequire(import.meta.url))
const printTreeView: KernelToolchain['printTreeView'] = async (...values) =>
  exports.printTreeView?.(...values)

const built = (
  path: string,
  kind: BuiltRoute['kind'],
  more: Partial<BuiltRoute> = {},
): BuiltRoute => ({
  path,
  route: path,
  kind,
  message: null,
  revalidate: null,
  expire: null,
  ...more,
})
const lines = async (routes: readonly BuiltRoute[], paths: readonly string[] = []) => {
  const host = {
    files: { has: (path: string) => paths.includes(path) },
    app: { routes: async () => ({ routes: [{ pathname: '/api', kind: 'route' as const }] }) },
    settings: { config: { cacheComponents: routes.some(({ kind }) => kind === 'partial') } },
    toolchain: async () => ({ printTreeView }),
  }
  const tree = await routeTree(host, routes)
  // Colours are the terminal's.
  const plain = tree.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')
  return plain.split('\n').map((line) => line.trimEnd())
}

test('one mark for each kind of route, sorted, and what the marks mean', async () => {
  const routes = [built('/_not-found', 'static'), built('/b', 'dynamic'), built('/', 'partial')]
  expect(await lines(routes)).toEqual([
    'Route (app)',
    '┌ ◐ /',
    '├ ○ /_not-found',
    '└ ƒ /b',
    '',
    '',
    '○  (Static)             prerendered as static content',
    '◐  (Partial Prerender)  prerendered as static HTML with dynamic server-streamed content',
    'ƒ  (Dynamic)            server-rendered on demand',
  ])
})

test('listed params stand below their route, with the times of each', async () => {
  const route = '/posts/[slug]'
  const found = await lines([
    built('/_not-found', 'static'),
    built('/posts/one', 'static', { route, revalidate: 60 }),
    built('/posts/two', 'static', { route, revalidate: 7200 }),
    built(route, 'dynamic'),
  ])
  expect(found.slice(0, 5)).toEqual([
    'Route (app)        Revalidate',
    '┌ ○ /_not-found',
    '└   /posts/[slug]          2h',
    '  ├ ● /posts/one           1m',
    '  └ ● /posts/two           2h',
  ])
})

test('with cacheComponents listed params are static or partial, but not those of a handler', async () => {
  const found = await lines([
    built('/api/1', 'static', { route: '/api' }),
    built('/api', 'dynamic'),
    built('/u/1', 'static', { route: '/u/[id]' }),
    built('/u/2', 'partial', { route: '/u/[id]' }),
    built('/u/[id]', 'partial'),
  ])
  expect(found.slice(1, 7)).toEqual([
    '┌   /api',
    '│ └ ● /api/1',
    '└   /u/[id]',
    '  ├ ◐ /u/[id]',
    '  ├ ○ /u/1',
    '  └ ◐ /u/2',
  ])
})

test('of listed params that are all dynamic only the route is left', async () => {
  const route = '/[id]'
  const found = await lines([built('/1', 'dynamic', { route }), built(route, 'dynamic')])
  expect(found.slice(0, 2)).toEqual(['Route (app)', '─ ƒ /[id]'])
})

test('proxy.ts is told of', async () => {
  expect(await lines([built('/', 'static')], ['/proxy.ts'])).toContain('ƒ Proxy (Middleware)')
})

test('a build that failed has no table', async () => {
  expect(await lines([built('/', 'static'), built('/b', 'error')])).toEqual([''])
})
