// Writes build/type-files/types.json: what the editor knows of Next, React and Node (collect-types.mjs).
// @ts-check
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { STARTERS } from '../starter-files/starters.mjs'
import { collectTypes } from './collect-types.mjs'

const FOLDER = join(ROOT, 'build/type-files')

/** @param {{ log?: (line: string) => void }} [options] */
export function buildTypeFiles({ log } = {}) {
  return buildIfChanged({
    name: 'type-files',
    inputs: [
      ...STARTERS.map(({ name }) => `examples/${name}/frontend`),
      'tools/type-files',
      'package-lock.json',
    ],
    outputs: ['build/type-files/types.json'],
    build: async () => {
      await mkdir(FOLDER, { recursive: true })
      await writeFile(join(FOLDER, 'types.json'), JSON.stringify(collectTypes()))
    },
    ...(log ? { log } : {}),
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildTypeFiles({ log: console.log })
