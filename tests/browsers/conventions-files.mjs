// The fixture of tests/parity with every convention, as a workspace. Bundled first, so that a run in plain JavaScript can
// have it too: the fixture is TypeScript.
// @ts-check
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from '../../tools/build/build-if-changed.mjs'

const BACKEND = 'from fastapi import FastAPI\n\napp = FastAPI()\n'

/** @returns {Promise<Record<string, string | Uint8Array>>} */
export async function readConventions() {
  // Below the root, where the fixture's own packages are found.
  const outfile = join(ROOT, 'build', 'smoke', `conventions-${process.pid}.mjs`)
  await build({
    stdin: {
      contents: `import { conventionsApp } from './conventions.ts'
import { filesOf } from './fixture-app.ts'
export const files = filesOf(conventionsApp)`,
      resolveDir: join(ROOT, 'tests', 'parity', 'apps'),
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  /** @type {{ files: Record<string, string | Uint8Array> }} */
  const { files } = await import(pathToFileURL(outfile).href)
  return {
    ...Object.fromEntries(
      Object.entries(files).map(([path, content]) => [`frontend/${path}`, content]),
    ),
    'backend/main.py': BACKEND,
  }
}
