import { describe, expect, test } from 'vitest'
import {
  findExternals,
  functionText,
  isAppClientModule,
  isKernelModule,
  readClientChunk,
  readServerChunk,
  renameIgnoredModules,
} from './harvest.mjs'

const chunk = `exports.id = "vendors"; exports.modules = {
/***/ "(rsc)/./a.js": /***/ ((module, exports, __webpack_require__) => { module.exports = 1 }),
/***/ "path": /***/ ((module) => { "use strict"; module.exports = require("path"); })
};`
const entry = `(() => { var exports = {}; exports.modules = { "(rsc)/./app/page.js": ((module) => { module.exports = 2 }) };
;
// load runtime
var __webpack_require__ = require("../webpack-runtime.js"); throw new Error('ran') })();`

describe('a server chunk', () => {
  test('gives its modules as text', () => {
    const texts = readServerChunk(chunk)
    expect([...texts.keys()]).toEqual(['(rsc)/./a.js', 'path'])
    expect(texts.get('path')).toMatch(/^\(\(module\) => \{.*require\("path"\)/)
  })

  test('that is an entry is read without being run', () => {
    expect([...readServerChunk(entry).keys()]).toEqual(['(rsc)/./app/page.js'])
  })
})

test('a client chunk gives the table that it pushes', () => {
  const code = `(self.webpackChunk_N_E = self.webpackChunk_N_E || []).push([["1"], { "(app-pages-browser)/./a.js": (function(module) {}) }, () => { throw new Error('ran') }]);`
  expect([...readClientChunk(code).keys()]).toEqual(['(app-pages-browser)/./a.js'])
})

test('a function in any form is an expression', () => {
  const table = {
    arrow: (module: unknown) => Object(module).n,
    method(module: unknown) {
      return Object(module).n
    },
  }
  for (const value of Object.values(table)) {
    const made: unknown = new Function(`return ${functionText(value)}`)()
    expect(Reflect.apply(made as () => unknown, null, [{ n: 7 }])).toBe(7)
  }
})

test('the placeholder app and its generated entries stay behind', () => {
  expect(isKernelModule('(rsc)/./node_modules/next/dist/server/app-render/encryption.js')).toBe(
    true,
  )
  expect(isKernelModule('(ssr)/./app/layer-client.js')).toBe(false)
  expect(
    isKernelModule(
      '(rsc)/./node_modules/next/dist/build/webpack/loaders/next-app-loader/index.js?page=%2F!',
    ),
  ).toBe(false)
})

test('the pages router stays behind, shared and ignored modules come along', () => {
  expect(isAppClientModule('(pages-dir-browser)/./node_modules/next/router.js')).toBe(false)
  expect(isAppClientModule('./node_modules/next/dist/client/next.js')).toBe(false)
  expect(isAppClientModule('(shared)/./node_modules/next/a.js')).toBe(true)
  expect(isAppClientModule('ignored/0')).toBe(true)
})

test('modules that webpack names by a hash of the machine get names of ours', () => {
  const texts = new Map([
    ['?b2', '(() => {})'],
    ['?072a', '(() => {})'],
    ['a', '((m, e, r) => r("?072a") + "?b2 in a text")'],
  ])
  expect([...renameIgnoredModules(texts)]).toEqual([
    ['ignored/1', '(() => {})'],
    ['ignored/0', '(() => {})'],
    ['a', '((m, e, r) => r("ignored/0") + "?b2 in a text")'],
  ])
})

test('externals are found once each, in order', () => {
  const external = (name: string) =>
    `((module) => { "use strict";\nmodule.exports = require("${name}") })`
  expect(
    findExternals([external('path'), external('next/dist/b.js'), external('path'), '(() => {})']),
  ).toEqual(['next/dist/b.js', 'path'])
})
