// What a learner's code, and code that Next generates, may import from the kernel, per layer. The placeholder app imports
// all of it; which module id each name got is read from the compiled text. Used by next-build.mjs and meta.mjs.
// @ts-check

const GENERATED_CODE_IMPORTS = [
  ...[
    'default',
    'default-null',
    'not-found',
    'forbidden',
    'unauthorized',
    'global-error',
    'global-not-found',
    'app-error',
    'layout',
    'empty-stub',
  ].map((name) => `next/dist/client/components/builtin/${name}`),
  'next/dist/build/webpack/loaders/metadata/resolve-route-data',
  'next/dist/lib/metadata/get-metadata-route',
  'next/dist/server/app-render/module-loading/instrument-module-getter',
  'next/dist/server/app-render/encryption',
  ...['server-reference', 'cache-wrapper', 'track-dynamic-import', 'action-validate'].map(
    (name) => `next/dist/build/webpack/loaders/next-flight-loader/${name}`,
  ),
]

const EVERYWHERE = [
  'next/cache',
  'next/dynamic',
  'next/error',
  'next/form',
  'next/image',
  'next/link',
  'next/navigation',
  'next/script',
  'react',
  'react-dom',
  'react/compiler-runtime',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
]

/** @type {Readonly<Record<'rsc' | 'client', readonly string[]>>} the ssr layer compiles the client's list too */
export const SPECIFIERS = {
  rsc: [
    ...EVERYWHERE,
    ...GENERATED_CODE_IMPORTS,
    'next/constants',
    'next/headers',
    'next/root-params',
    'next/server',
    'server-only',
    'react-server-dom-webpack/server',
    'private-next-rsc-server-reference',
    'private-next-rsc-action-validate',
    'private-next-rsc-action-encryption',
    'private-next-rsc-cache-wrapper',
    'private-next-rsc-track-dynamic-import',
  ],
  client: [
    ...EVERYWHERE,
    'client-only',
    'next/constants',
    'next/offline',
    'next/web-vitals',
    'react-dom/client',
    'styled-jsx/style',
    'private-next-rsc-action-client-wrapper',
  ],
}

/**
 * Source of a placeholder module that imports the whole list and keeps every binding alive.
 * @param {readonly string[]} specifiers
 * @param {{ isClient: boolean }} options
 */
export function writeLayerModule(specifiers, { isClient }) {
  const imports = specifiers.map(
    (specifier, index) => `import * as m${index} from ${JSON.stringify(specifier)}`,
  )
  const table = specifiers.map((specifier, index) => `  ${JSON.stringify(specifier)}: m${index},`)
  return [
    ...(isClient ? ["'use client'"] : []),
    ...imports,
    'globalThis.__kernelLayer = {',
    ...table,
    '}',
    'export default function Layer() { return null }',
    '',
  ].join('\n')
}

/**
 * Which module each specifier became.
 * @param {string} compiled webpack's text of a module that writeLayerModule wrote
 * @param {readonly string[]} specifiers
 * @returns {Record<string, string>} specifier → module id
 */
export function readSpecifierMap(compiled, specifiers) {
  const idByVariable = new Map()
  for (const [, variable, id] of compiled.matchAll(
    /(\w+__WEBPACK_IMPORTED_MODULE_\d+__) = __webpack_require__\("([^"]+)"\)/g,
  )) {
    idByVariable.set(variable, id)
  }
  /** @type {Record<string, string>} */
  const map = {}
  for (const specifier of specifiers) {
    const at = compiled.indexOf(`${JSON.stringify(specifier)}: `)
    const variable =
      at < 0
        ? undefined
        : /\w+__WEBPACK_IMPORTED_MODULE_\d+__/.exec(compiled.slice(at + specifier.length + 3))?.[0]
    // `x__0___namespace_cache || (… = t(x__0__, 2))` also begins with the variable's name.
    const id = idByVariable.get(variable)
    if (id === undefined)
      throw new Error(`The placeholder build gave no module for the import "${specifier}".`)
    map[specifier] = id
  }
  return map
}
