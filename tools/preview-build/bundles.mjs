// The scripts of the preview origin, one esbuild bundle each: where each starts, and what each needs specially.
// @ts-check
import { contentKey } from '../build/build-if-changed.mjs'
import { KERNEL_WORKER_OPTIONS } from '../kernel-build/bundles.mjs'
import { builtOrigin } from '../serve/built-origins.mjs'

export const SITE_ORIGIN = process.env['SITE_ORIGIN'] ?? 'http://localhost:3000'
export const PREVIEW_ORIGIN = process.env['PREVIEW_ORIGIN'] ?? 'http://127.0.0.1:3001'
/** Which engine runs when nobody chose: `own` or `webcontainer`. */
export const DEFAULT_ENGINE = process.env['DEFAULT_ENGINE'] ?? 'own'

const RUNTIME = 'playground/runtime'

/** The browsers that the engine is tested in (browsers.md). */
const TARGET = ['chrome120', 'firefox128', 'safari17']

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: TARGET,
  charset: 'utf8',
  legalComments: 'none',
  loader: { '.py': 'text', '.html': 'text' },
  define: {
    BOTH_ENDS_SITE_ORIGIN: JSON.stringify(builtOrigin('site', SITE_ORIGIN)),
    BOTH_ENDS_PREVIEW_ORIGIN: JSON.stringify(builtOrigin('preview', PREVIEW_ORIGIN)),
    BOTH_ENDS_VERSION: JSON.stringify(contentKey([RUNTIME, 'package-lock.json']).slice(0, 12)),
  },
}

/**
 * Name of the built file below `/__host__/` (the service worker: below `/`) → how to build it.
 * @type {Readonly<Record<string, import('esbuild').BuildOptions>>}
 */
export const bundles = {
  'host.js': { ...shared, entryPoints: [`${RUNTIME}/host/host.ts`] },
  'keep.js': { ...shared, entryPoints: [`${RUNTIME}/host/keep.ts`] },
  'tab.js': { ...shared, entryPoints: [`${RUNTIME}/host/tab.ts`] },
  // Classic scripts: the guest must run before anything of the learner's, the service worker in every engine.
  'guest.js': { ...shared, format: 'iife', entryPoints: [`${RUNTIME}/preview/guest.ts`] },
  'container-client.js': {
    ...shared,
    format: 'iife',
    entryPoints: [`${RUNTIME}/engine/webcontainer/page-client.ts`],
  },
  'service-worker.js': {
    ...shared,
    format: 'iife',
    entryPoints: [`${RUNTIME}/service-worker/service-worker.ts`],
  },
  'broker.worker.js': { ...shared, entryPoints: [`${RUNTIME}/broker/broker.worker.ts`] },
  'backend.worker.js': { ...shared, entryPoints: [`${RUNTIME}/backend/backend.worker.ts`] },
  'compiler.worker.js': {
    ...shared,
    entryPoints: [`${RUNTIME}/kernel/compiler/compiler.worker.ts`],
    splitting: true,
    entryNames: 'compiler.worker',
    chunkNames: 'compiler/[name]-[hash]',
  },
  'kernel.worker.js': {
    ...shared,
    ...KERNEL_WORKER_OPTIONS,
    define: { ...shared.define, ...KERNEL_WORKER_OPTIONS.define },
    entryPoints: [`${RUNTIME}/kernel/kernel.worker.ts`],
  },
}
