// eslint-disable-next-line typescript/triple-slash-reference -- tests are in another tsconfig than the declarations
/// <reference path="./react-refresh.d.ts" />
import refreshRuntime from 'react-refresh/runtime'
import { beforeEach, expect, test } from 'vitest'
import { createWebpackRequire } from '../webpack/require.ts'
import { applyUpdate, type Update } from './fast-refresh.ts'
import type { RefreshRuntime } from './refresh-boundary.ts'

let rendered = 0
const runtime: RefreshRuntime = {
  ...refreshRuntime,
  performReactRefresh: () => {
    rendered += 1
    return refreshRuntime.performReactRefresh()
  },
}
const evaluated: string[] = []

function exportsModule(id: string, exports: string, imports: readonly string[] = []): string {
  const requires = imports.map((one) => `__webpack_require__(${JSON.stringify(one)});`).join('')
  return `function(module, exports, __webpack_require__) {
    globalThis.__evaluated.push(${JSON.stringify(id)}); ${requires}
    Object.assign(exports, (${exports})); for (const name in exports) globalThis.__register(exports[name], ${JSON.stringify(id)} + name)
  }`
}

function start(modules: Record<string, string>, importers: Update['importers']) {
  const table = createWebpackRequire({})
  const send = (changed: Record<string, string>) =>
    applyUpdate(table, runtime, {
      type: 'update',
      version: 1,
      modules: changed,
      importers,
      chunks: {},
      refreshServer: false,
    })
  send(modules)
  return { table, send }
}

const COMPONENT = '{ Counter: function Counter() {} }'

beforeEach(() => {
  rendered = 0
  evaluated.length = 0
  Object.assign(globalThis, {
    __evaluated: evaluated,
    __register: (value: unknown, id: string) => runtime.register(value, id),
  })
})

test('a module of components is replaced on its own', () => {
  const { table, send } = start(
    {
      page: exportsModule('page', COMPONENT, ['counter']),
      counter: exportsModule('counter', COMPONENT),
    },
    { counter: ['page'] },
  )
  table('page')
  evaluated.length = 0
  expect(send({ counter: exportsModule('counter', COMPONENT) })).toBe('refreshed')
  expect(evaluated).toEqual(['counter'])
  expect(rendered).toBe(2)
})

test('a module of values hands the change to the components that import it', () => {
  const { table, send } = start(
    {
      page: exportsModule('page', COMPONENT, ['counter']),
      counter: exportsModule('counter', COMPONENT, ['label']),
      label: exportsModule('label', '{ label: "a" }'),
    },
    { counter: ['page'], label: ['counter'] },
  )
  table('page')
  evaluated.length = 0
  expect(send({ label: exportsModule('label', '{ label: "b" }') })).toBe('refreshed')
  expect(evaluated).toEqual(['counter', 'label'])
})

test('a change that no component is above needs a reload', () => {
  const { table, send } = start(
    {
      entry: exportsModule('entry', '{ start: 1 }', ['label']),
      label: exportsModule('label', '{ label: "a" }'),
    },
    { label: ['entry'] },
  )
  table('entry')
  expect(send({ label: exportsModule('label', '{ label: "b" }') })).toBe('needs-reload')
})

test('modules that import each other, with no component above, need a reload', () => {
  const { table, send } = start(
    { a: exportsModule('a', '{ x: 1 }', ['b']), b: exportsModule('b', '{ y: 1 }', ['a']) },
    { a: ['b'], b: ['a'] },
  )
  table('a')
  expect(send({ a: exportsModule('a', '{ x: 2 }', ['b']) })).toBe('needs-reload')
})

test('a module that gains an export that is no component hands the change on', () => {
  const modules = {
    page: exportsModule('page', COMPONENT, ['counter']),
    counter: exportsModule('counter', COMPONENT),
  }
  const { table, send } = start(modules, { counter: ['page'] })
  table('page')
  evaluated.length = 0
  expect(
    send({ counter: exportsModule('counter', '{ Counter: function Counter() {}, size: 3 }') }),
  ).toBe('refreshed')
  expect(evaluated).toEqual(['counter', 'page'])
})

test('a module that nothing has evaluated yet is only put in its place', () => {
  const { send } = start({ late: exportsModule('late', COMPONENT) }, {})
  expect(send({ late: exportsModule('late', COMPONENT) })).toBe('refreshed')
  expect(evaluated).toEqual([])
})

test('what a changed module throws reaches the caller', () => {
  const { table, send } = start({ page: exportsModule('page', COMPONENT) }, {})
  table('page')
  expect(() => send({ page: 'function() { throw new Error("at evaluation") }' })).toThrow(
    'at evaluation',
  )
})
