// Writes build/embed: the module for embedders, and its types in one file. README.md says what is in them.
// @ts-check
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { collectDeclarations } from './collect-declarations.mjs'

const ENTRY = 'playground/embed/both-ends.ts'
const BUILT = join(ROOT, 'build/embed')

/** @param {{ log?: (line: string) => void }} [options] */
export function buildEmbed({ log } = {}) {
  return buildIfChanged({
    name: 'embed',
    inputs: [
      'playground/embed',
      'playground/automation',
      'playground/runtime/wire',
      'playground/runtime/engine/engine.ts',
      'tools/embed-build',
      'package-lock.json',
    ],
    outputs: ['build/embed/both-ends.js', 'build/embed/both-ends.d.ts'],
    build: writeEmbed,
    ...(log ? { log } : {}),
  })
}

async function writeEmbed() {
  await rm(BUILT, { recursive: true, force: true })
  await mkdir(BUILT, { recursive: true })
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [ENTRY],
    outfile: join(BUILT, 'both-ends.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome120', 'firefox128', 'safari17'],
    charset: 'utf8',
    logLevel: 'warning',
  })
  await writeFile(join(BUILT, 'both-ends.d.ts'), collectDeclarations(join(ROOT, ENTRY)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildEmbed({ log: console.log })
