// Every build step of the repository, what it needs, and where its program is. Each program decides by content
// whether there is anything to do (tools/build/build-if-changed.mjs).
// @ts-check
import { portsFrom } from '../serve/serve.mjs'
import { runSteps } from './run-steps.mjs'

/** @typedef {'kernel' | 'python' | 'starter-files' | 'type-files' | 'lessons' | 'references' | 'seed-map' | 'talks' | 'starters' | 'webcontainer' | 'embed' | 'preview' | 'site' | 'offline' | 'host-files' | 'compressed'} StepName */

/**
 * @typedef {object} BuildOptions
 * @property {(line: string) => void} log
 * @property {import('./requirements.mjs').Python} python
 */

/**
 * @typedef {object} BuildStep
 * @property {StepName} name
 * @property {readonly StepName[]} needs
 * @property {(options: BuildOptions) => Promise<unknown>} build imports its program only now: some need the packages
 */

/** @type {readonly BuildStep[]} */
const buildSteps = [
  {
    name: 'starter-files',
    needs: [],
    build: async (options) =>
      (await import('../starter-files/build.mjs')).buildStarterFiles(options),
  },
  {
    name: 'type-files',
    needs: [],
    build: async (options) => (await import('../type-files/build.mjs')).buildTypeFiles(options),
  },
  {
    name: 'lessons',
    needs: [],
    build: async (options) => (await import('../lesson-index/build.mjs')).buildLessons(options),
  },
  {
    name: 'references',
    needs: [],
    build: async (options) => (await import('../references/build.mjs')).buildReferences(options),
  },
  {
    name: 'seed-map',
    needs: [],
    build: async (options) => (await import('../seed-map/build.mjs')).buildSeedMap(options),
  },
  {
    name: 'talks',
    needs: [],
    build: async (options) => (await import('../talks/build.mjs')).buildTalks(options),
  },
  {
    name: 'kernel',
    needs: [],
    build: async (options) => (await import('../kernel-build/build.mjs')).buildKernel(options),
  },
  {
    name: 'python',
    needs: [],
    build: async (options) => (await import('../wheel-lock/build-python.mjs')).buildPython(options),
  },
  {
    name: 'starters',
    needs: ['kernel', 'starter-files'],
    build: async (options) =>
      (await import('../precompile-starters/build-starters.mjs')).buildStarters(options),
  },
  {
    name: 'webcontainer',
    needs: [],
    build: async (options) =>
      (await import('../webcontainer-packages/build.mjs')).buildWebContainer(options),
  },
  {
    name: 'preview',
    needs: ['kernel', 'python', 'starters'],
    build: async (options) =>
      (await import('../preview-build/build-preview.mjs')).buildPreview(options),
  },
  {
    name: 'embed',
    needs: [],
    build: async (options) => (await import('../embed-build/build.mjs')).buildEmbed(options),
  },
  {
    name: 'site',
    needs: [
      'embed',
      'starter-files',
      'type-files',
      'lessons',
      'webcontainer',
      'references',
      'seed-map',
      'talks',
    ],
    build: async (options) => (await import('../site-build/build-site.mjs')).buildSite(options),
  },
  {
    name: 'host-files',
    needs: ['preview', 'site'],
    build: async (options) => (await import('../host-files/build.mjs')).buildHostFiles(options),
  },
  {
    name: 'offline',
    needs: ['preview', 'site'],
    build: async (options) => (await import('../offline-build/build.mjs')).buildOffline(options),
  },
  {
    name: 'compressed',
    needs: ['offline'],
    build: async (options) => (await import('../serve/compress-build.mjs')).compressBuild(options),
  },
]

/**
 * Builds what changed. Without `wanted`, everything; with it, those steps and what they need.
 * @param {BuildOptions} options
 * @param {readonly StepName[]} [wanted]
 */
export async function buildAll(options, wanted = buildSteps.map(({ name }) => name)) {
  nameOrigins()
  const names = withNeeds(wanted)
  const steps = buildSteps
    .filter(({ name }) => names.has(name))
    .map((step) => ({ ...step, run: () => step.build(options) }))
  await runSteps(steps)
}

/** The origins are baked into what is built; unless somebody named them, they follow the ports. */
function nameOrigins() {
  const { sitePort, previewPort } = portsFrom()
  process.env.SITE_ORIGIN ??= `http://localhost:${sitePort}`
  process.env.PREVIEW_ORIGIN ??= `http://127.0.0.1:${previewPort}`
}

/** @param {readonly StepName[]} wanted */
export function withNeeds(wanted) {
  /** @type {Set<StepName>} */
  const names = new Set()
  const add = (/** @type {StepName} */ wantedName) => {
    if (names.has(wantedName)) return
    names.add(wantedName)
    for (const need of buildSteps.find(({ name }) => name === wantedName)?.needs ?? []) add(need)
  }
  for (const name of wanted) add(name)
  return names
}
