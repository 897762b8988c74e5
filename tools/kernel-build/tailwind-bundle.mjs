// tailwind.js: Tailwind 4 for the compiler worker, a file of its own because only apps that use it should pay for it.
// @ts-check
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { BROWSER_BUNDLE } from './bundles.mjs'

const ENTRY = join(dirname(fileURLToPath(import.meta.url)), 'tailwind-entry.mjs')

export async function makeTailwind() {
  const { outputFiles } = await build({
    ...BROWSER_BUNDLE,
    entryPoints: [ENTRY],
    format: 'esm',
    minify: true,
    charset: 'utf8',
    loader: { '.css': 'text' },
    // What Next's packages of others begin with.
    define: { __dirname: '"/"' },
  })
  return outputFiles[0]?.text ?? ''
}
