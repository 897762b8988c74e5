// Runs `next build --webpack` on the placeholder app, in build/kernel-app/<flavour>, with the repository's own Next.
// Only the compile half: nothing is prerendered. It reads nothing of the result; that is harvest.mjs.
// @ts-check
import { spawn } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../build/build-if-changed.mjs'
import { SPECIFIERS, writeLayerModule } from './specifiers.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')
const TAIL_LINES = 25

/** @typedef {'development' | 'production'} Flavour */

/** The build is in its `.next`. @param {Flavour} flavour @returns {string} absolute */
export function placeholderDirectory(flavour) {
  return join(ROOT, 'build', 'kernel-app', flavour)
}

/** @param {Flavour} flavour */
export async function buildPlaceholder(flavour) {
  const directory = placeholderDirectory(flavour)
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  await cp(join(HERE, 'placeholder'), directory, { recursive: true })
  await cp(join(HERE, 'open-flags.mjs'), join(directory, 'open-flags.mjs'))
  await writeFile(
    join(directory, 'app', 'layer-rsc.js'),
    writeLayerModule(SPECIFIERS.rsc, { isClient: false }),
  )
  await writeFile(
    join(directory, 'app', 'layer-client.js'),
    writeLayerModule(SPECIFIERS.client, { isClient: true }),
  )
  await runNext(directory, flavour)
}

/**
 * @param {string} directory
 * @param {Flavour} flavour
 * @returns {Promise<void>}
 */
function runNext(directory, flavour) {
  const child = spawn(
    process.execPath,
    [NEXT, 'build', '--webpack', '--experimental-build-mode', 'compile'],
    {
      cwd: directory,
      env: {
        ...process.env,
        NODE_ENV: flavour,
        NODE_OPTIONS: '--require ./flags.cjs',
        NEXT_TELEMETRY_DISABLED: '1',
      },
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) return resolve()
      const tail = output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n')
      reject(
        new Error(`next build of the placeholder app (${flavour}) ended with ${code}.\n${tail}`),
      )
    })
  })
}
