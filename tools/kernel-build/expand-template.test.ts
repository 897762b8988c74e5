// Next's own expansion is in its native compiler: the same inputs go through both.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getBindingsSync, loadBindings } from 'next/dist/build/swc/index.js'
import { beforeAll, expect, test } from 'vitest'
import { NEXT_DIST } from './bundles.mjs'
import { expandTemplate } from './expand-template.mjs'

type Values = Record<string, string>
let expandNatively: ReturnType<typeof getBindingsSync>['expandNextJsTemplate']

beforeAll(async () => {
  await loadBindings()
  expandNatively = getBindingsSync().expandNextJsTemplate
})

const replacements: Record<string, Values> = {
  'app-page': {
    VAR_DEFINITION_PAGE: '/users/[id]/page',
    VAR_DEFINITION_PATHNAME: '/users/[id]',
    VAR_MODULE_GLOBAL_ERROR: 'next/x',
  },
  'app-route': {
    VAR_USERLAND: '/app/api/route.ts',
    VAR_DEFINITION_PAGE: '/api/route',
    VAR_DEFINITION_PATHNAME: '/api',
    VAR_DEFINITION_FILENAME: 'route',
    VAR_DEFINITION_BUNDLE_PATH: '',
    VAR_RESOLVED_PAGE_PATH: '/app/api/route.ts',
    VAR_ORIGINAL_PATHNAME: '/api',
  },
}
const injections: Record<string, Values> = {
  'app-page': { tree: '{ a: 1 }', __next_app_require__: 'r', __next_app_load_chunk__: 'l' },
  'app-route': { nextConfigOutput: '""' },
}

test.each(['app-page', 'app-route'])('%s is expanded as by Next', (name) => {
  const source = readFileSync(join(NEXT_DIST, 'esm', 'build', 'templates', `${name}.js`), 'utf8')
  const strings = Object.fromEntries(
    Object.entries(replacements[name] ?? {}).filter(([key]) => source.includes(key)),
  )
  const code = Object.fromEntries(
    Object.entries(injections[name] ?? {}).filter(([key]) => source.includes(`INJECT:${key}`)),
  )
  const native = expandNatively(
    Buffer.from(source),
    join(NEXT_DIST, 'build', 'templates', `${name}.js`),
    join(NEXT_DIST, '..'),
    strings,
    code,
    {},
  )
  expect(expandTemplate(source, strings, code).trim()).toBe(native.trim())
})
