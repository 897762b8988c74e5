// Builds the site: Next's static export, then Pagefind's search index over it, then `build/site`.
// @ts-check
import { spawn } from 'node:child_process'
import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT, buildIfChanged } from '../build/build-if-changed.mjs'
import { DEFAULT_ENGINE, PREVIEW_ORIGIN, SITE_ORIGIN } from '../preview-build/bundles.mjs'

const EXPORTED = join(ROOT, 'site', 'out')
const BUILT = join(ROOT, 'build', 'site')
/** Beside the pages, so that an edit to an example does not build those again. */
const COPIED = [
  { from: 'starter-files', to: 'starters', holds: 'directory.json' },
  { from: 'type-files', to: 'types', holds: 'types.json' },
  { from: 'lessons', to: 'lessons', holds: 'index.json' },
  { from: 'webcontainer', to: 'webcontainer', holds: 'packages.json' },
  { from: 'references', to: 'references', holds: 'cors.json' },
  { from: 'embed', to: 'embed', holds: 'both-ends.js' },
  { from: 'talks', to: 'talks', holds: '01-two-servers.json' },
]

/** What the pages import. The workers and the service worker are the preview origin's (tools/preview-build). */
const PLAYGROUND = [
  'index.ts',
  'automation',
  'lessons',
  'present',
  'offline',
  'session',
  'ui',
  'runtime/document',
  'runtime/engine',
  'runtime/kept',
  'runtime/preview',
  'runtime/wire',
  'runtime/workspace',
]

/** @param {{ log?: (line: string) => void }} [options] */
export async function buildSite({ log = console.log } = {}) {
  await buildIfChanged({
    name: 'site',
    inputs: [
      'content',
      ...PLAYGROUND.map((path) => `playground/${path}`),
      'site/app',
      'site/components',
      'site/public/service-worker.js',
      'site/mdx-components.tsx',
      'site/tsconfig.json',
      'next.config.mjs',
      'tsconfig.base.json',
      'package-lock.json',
      'references/seed-defects.json',
      'tools/site-build',
      'tools/serve/built-origins.mjs',
    ],
    extra: `${SITE_ORIGIN} ${PREVIEW_ORIGIN} ${DEFAULT_ENGINE}`,
    outputs: ['build/site/index.html', 'build/site/404.html', 'build/site/_pagefind/pagefind.js'],
    build,
    log,
  })
  for (const { from, to, holds } of COPIED)
    await buildIfChanged({
      name: `site-${to}`,
      inputs: [`build/${from}`],
      outputs: [`build/site/${to}/${holds}`],
      build: () => cp(join(ROOT, 'build', from), join(BUILT, to), { recursive: true, force: true }),
      log,
    })
}

async function build() {
  await forgetLoaded()
  await run('next', ['build', 'site'])
  await run('pagefind', ['--site', EXPORTED, '--output-subdir', '_pagefind', '--quiet'])
  await rm(BUILT, { recursive: true, force: true })
  await cp(EXPORTED, BUILT, {
    recursive: true,
    filter: (path) => path !== join(EXPORTED, 'starters'),
  })
  await rm(EXPORTED, { recursive: true })
}

/**
 * Turbopack keeps what loaders made over builds, and does not see that a loader changed: its memory goes with any
 * change to ours, to Nextra's or to the configuration.
 */
async function forgetLoaded() {
  await buildIfChanged({
    name: 'site-loaders',
    inputs: ['next.config.mjs', 'package-lock.json', 'tools/site-build'],
    outputs: [],
    build: () => rm(join(ROOT, 'site', '.next', 'cache'), { recursive: true, force: true }),
    log: () => {},
  })
}

/**
 * Runs a program of `node_modules/.bin`; its output is shown only when it fails.
 * @param {string} program
 * @param {string[]} parameters
 * @returns {Promise<void>}
 */
function run(program, parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['--no-install', program, ...parameters], {
      cwd: ROOT,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else
        reject(new Error(`${program} ${parameters.join(' ')} ended with code ${code}.\n${output}`))
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildSite()
  const files = await readdir(BUILT, { recursive: true })
  console.log(`build/site holds ${files.length} files.`)
}
