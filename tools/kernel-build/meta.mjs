// meta.json: what the kernel must know of the harvested bundles (contract.ts, `KernelMeta`). Nothing of the placeholder
// app stays in it, and nothing that is made anew by each build.
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { NEXT_VERSION } from './bundles.mjs'
import { isAppClientModule } from './harvest.mjs'
import { defaultFlags } from './open-flags.mjs'
import { PACKAGE_SPECIFIERS } from './packages.mjs'
import { readSpecifierMap, SPECIFIERS } from './specifiers.mjs'

/** @typedef {import('./harvest.mjs').ModuleTexts} ModuleTexts */

const CLIENT_PREFIX = '(app-pages-browser)'

// Random per build. They guard draft mode on a real server; here there is nobody to guard against, but an empty value
// switches the data cache off.
const PREVIEW = {
  previewModeId: '0'.repeat(32),
  previewModeSigningKey: '0'.repeat(64),
  previewModeEncryptionKey: '0'.repeat(64),
}

/**
 * @param {object} input
 * @param {string} input.appDirectory of the finished placeholder build
 * @param {import('./next-build.mjs').Flavour} input.flavour
 * @param {ModuleTexts} input.server
 * @param {ModuleTexts} input.client
 */
export function makeMeta({ appDirectory, flavour, server, client }) {
  const read = (/** @type {string} */ file) =>
    readFileSync(join(appDirectory, '.next', file), 'utf8')
  const { config } = JSON.parse(read('required-server-files.json'))
  const definitions = JSON.parse(readFileSync(join(appDirectory, 'defines-client.json'), 'utf8'))
  return {
    flavour,
    nextVersion: NEXT_VERSION,
    specifiers: readSpecifiers(server, client),
    packages: PACKAGE_SPECIFIERS,
    clientModules: [...client.keys()]
      .filter(isAppClientModule)
      .map((id) => id.replace(CLIENT_PREFIX, '')),
    clientReferences: onlyNext(
      evaluateManifest(read('server/app/page_client-reference-manifest.js')),
    ),
    manifests: {
      'routes-manifest.json': {
        ...JSON.parse(read('routes-manifest.json')),
        staticRoutes: [],
        dynamicRoutes: [],
      },
      'prerender-manifest.json': {
        version: 4,
        routes: {},
        dynamicRoutes: {},
        notFoundRoutes: [],
        preview: PREVIEW,
      },
      'server/preview-props.json': withValuesOf(
        JSON.parse(read('server/preview-props.json')),
        PREVIEW,
      ),
      'server/next-font-manifest.json': JSON.parse(read('server/next-font-manifest.json')),
      'react-loadable-manifest.json': {},
      BUILD_ID: 'both-ends',
    },
    config: withoutBuildDetails(config),
    flags: withOurDefaults(defaultFlags(definitions, { isDevelopment: flavour === 'development' })),
  }
}

/**
 * Defaults that every app of ours has, so that scripts' addresses need not say them: `'use cache'` compiles with or
 * without cacheComponents, and there is no image optimiser.
 * @param {Record<string, unknown>} flags
 */
function withOurDefaults(flags) {
  const images = { ...Object(flags['__NEXT_IMAGE_OPTS']), unoptimized: true }
  return { ...flags, __NEXT_USE_CACHE: true, __NEXT_IMAGE_OPTS: images }
}

/** @param {ModuleTexts} server @param {ModuleTexts} client */
function readSpecifiers(server, client) {
  const textOf = (/** @type {ModuleTexts} */ texts, /** @type {string} */ id) => {
    const text = texts.get(id)
    if (text === undefined) throw new Error(`The placeholder build has no module ${id}.`)
    return text
  }
  return {
    rsc: readSpecifierMap(textOf(server, '(rsc)/./app/layer-rsc.js'), SPECIFIERS.rsc),
    ssr: readSpecifierMap(textOf(server, '(ssr)/./app/layer-client.js'), SPECIFIERS.client),
    client: readSpecifierMap(
      textOf(client, '(app-pages-browser)/./app/layer-client.js'),
      SPECIFIERS.client,
    ),
  }
}

/** @param {string} code */
function evaluateManifest(code) {
  const context = createContext({})
  runInContext(`globalThis.globalThis = globalThis; ${code}`, context)
  return context.__RSC_MANIFEST['/page']
}

/**
 * Next's own client components, all of them in client.js already: no chunks to load.
 * @param {Record<string, unknown> & { clientModules: Record<string, object> }} manifest
 */
function onlyNext(manifest) {
  const isOurs = (/** @type {[key: string, reference: object]} */ [key]) =>
    key.includes('node_modules')
  const references = Object.entries(manifest.clientModules).filter(isOurs)
  const mapping = (/** @type {string} */ name) =>
    Object.fromEntries(
      Object.entries(/** @type {Record<string, object>} */ (manifest[name])).filter(isOurs),
    )
  return {
    moduleLoading: { prefix: '/_next/' },
    clientModules: Object.fromEntries(
      references.map(([key, reference]) => [key, { ...reference, chunks: [] }]),
    ),
    ssrModuleMapping: mapping('ssrModuleMapping'),
    rscModuleMapping: mapping('rscModuleMapping'),
    edgeSSRModuleMapping: {},
    edgeRscModuleMapping: {},
    entryCSSFiles: {},
    entryJSFiles: {},
  }
}

/** Same keys, our values. @param {Record<string, unknown>} object @param {Record<string, string>} values */
function withValuesOf(object, values) {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, values[key] ?? value]),
  )
}

/** What speaks of the machine that built, or of the build. @param {Record<string, unknown>} config */
function withoutBuildDetails(config) {
  const { configFile, configFileName, outputFileTracingRoot, turbopack, generateBuildId, ...rest } =
    config
  const experimental = { ...Object(rest['experimental']) }
  for (const key of ['allowDevelopmentBuild', 'cpus']) delete experimental[key]
  return { ...rest, experimental }
}
