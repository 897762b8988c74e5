import { expect, test } from 'vitest'
import { readSpecifierMap, writeLayerModule } from './specifiers.mjs'

const compiled = `
/* harmony import */ var next_link__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("(rsc)/./node_modules/next/dist/client/app-dir/link.js");
/* harmony import */ var react__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("(rsc)/./node_modules/react/index.js");
var react__WEBPACK_IMPORTED_MODULE_1___namespace_cache;
globalThis.__kernelLayer = {
    "next/link": next_link__WEBPACK_IMPORTED_MODULE_0__,
    "react": /*#__PURE__*/ (react__WEBPACK_IMPORTED_MODULE_1___namespace_cache || (react__WEBPACK_IMPORTED_MODULE_1___namespace_cache = __webpack_require__.t(react__WEBPACK_IMPORTED_MODULE_1__, 2)))
};`

test('each import is found by its name, a namespace made by webpack too', () => {
  expect(readSpecifierMap(compiled, ['next/link', 'react'])).toEqual({
    'next/link': '(rsc)/./node_modules/next/dist/client/app-dir/link.js',
    react: '(rsc)/./node_modules/react/index.js',
  })
})

test('an import that got no module stops the build and is named', () => {
  expect(() => readSpecifierMap(compiled, ['next/form'])).toThrow('the import "next/form"')
})

test('the module keeps every binding alive, and says its layer', () => {
  const source = writeLayerModule(['react', 'next/link'], { isClient: true })
  expect(source.split('\n').slice(0, 3)).toEqual([
    "'use client'",
    'import * as m0 from "react"',
    'import * as m1 from "next/link"',
  ])
  expect(source).toContain('"next/link": m1,')
  expect(writeLayerModule([], { isClient: false })).not.toContain('use client')
})
