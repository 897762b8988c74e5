// Builds the site: Next's static export, then Pagefind's search index over it, then `build/site`.
// @ts-check
import { spawn } from 'node:child_process'
import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT, buildIfChanged } from '../build/build-if-changed.mjs'
import { PREVIEW_ORIGIN, SITE_ORIGIN } from '../preview-build/bundles.mjs'

const EXPORTED = join(ROOT, 'site', 'out')
const BUILT = join(ROOT, 'build', 'site')

/**
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<boolean>} true when it built, false when nothing had changed
 */
export function buildSite({ log = console.log } = {}) {
  return buildIfChanged({
    name: 'site',
    inputs: [
      'content',
      'playground',
      'site/app',
      'site/components',
      'site/mdx-components.tsx',
      'site/tsconfig.json',
      'next.config.mjs',
      'tsconfig.base.json',
      'package-lock.json',
      'tools/site-build',
      'build/starter-files',
    ],
    extra: `${SITE_ORIGIN} ${PREVIEW_ORIGIN}`,
    outputs: ['build/site/index.html', 'build/site/404.html', 'build/site/_pagefind/pagefind.js'],
    build,
    log,
  })
}

async function build() {
  await run('next', ['build', 'site'])
  await run('pagefind', ['--site', EXPORTED, '--output-subdir', '_pagefind', '--quiet'])
  await rm(BUILT, { recursive: true, force: true })
  await cp(EXPORTED, BUILT, { recursive: true, dereference: true })
  await rm(EXPORTED, { recursive: true })
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
