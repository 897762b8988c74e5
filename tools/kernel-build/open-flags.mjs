// Values that Next's bundler inlines and we leave open, so that one kernel serves every next.config: the code reads
// them from `globalThis.__kernelFlags` (contract.ts, `KernelFlags`). Used by the placeholder's config and by meta.mjs.
// @ts-check

const OPEN_FLAGS = [
  '__NEXT_CACHE_COMPONENTS',
  '__NEXT_USE_CACHE',
  '__NEXT_CACHE_LIFE',
  '__NEXT_ROUTER_BASEPATH',
  '__NEXT_TRAILING_SLASH',
  '__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS',
  '__NEXT_IMAGE_OPTS',
  '__NEXT_STRICT_MODE_APP',
  '__NEXT_EXPERIMENTAL_CACHED_NAVIGATIONS',
  '__NEXT_PREFETCH_INLINING',
  '__NEXT_EXPOSE_TESTING_API',
  '__NEXT_VARY_PARAMS',
  '__NEXT_OPTIMISTIC_ROUTING',
  '__NEXT_INSTANT_NAV_TOGGLE',
]

// Constant in production: open there, they would bring 200 KB of overlay along.
const OPEN_IN_DEVELOPMENT = ['__NEXT_DEV_SERVER', '__NEXT_DEV_INDICATOR']

/** @param {{ isDevelopment: boolean }} options */
function namesOf({ isDevelopment }) {
  return isDevelopment ? [...OPEN_FLAGS, ...OPEN_IN_DEVELOPMENT] : OPEN_FLAGS
}

/**
 * @param {Record<string, string>} definitions of a DefinePlugin; changed in place
 * @param {{ isDevelopment: boolean }} options
 */
export function openFlags(definitions, options) {
  for (const name of namesOf(options)) {
    const key = `process.env.${name}`
    if (key in definitions) definitions[key] = `globalThis.__kernelFlags[${JSON.stringify(name)}]`
  }
}

/**
 * What Next itself would have inlined.
 * @param {Record<string, string>} definitions code by expression, as recorded before openFlags
 * @param {{ isDevelopment: boolean }} options
 * @returns {Record<string, unknown>}
 */
export function defaultFlags(definitions, options) {
  /** @type {Record<string, unknown>} */
  const flags = {}
  for (const name of namesOf(options)) {
    const code = definitions[`process.env.${name}`]
    if (code !== undefined) flags[name] = JSON.parse(code)
  }
  return { ...flags, ...(options.isDevelopment ? { __NEXT_DEV_SERVER: '1' } : {}) }
}
