// Stops the build when a defect of references/seed-defects.json is taught nowhere, or points at a place that does not
// exist. It writes nothing: site/components/reference/SeedMap.tsx draws the page from the same file.
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfChanged, ROOT } from '../build/build-if-changed.mjs'
import { findProblems } from './find-problems.mjs'
import { readAnchors, readPageTexts } from './read-anchors.mjs'

/** @param {{ log?: (line: string) => void }} [options] */
export function buildSeedMap({ log } = {}) {
  return buildIfChanged({
    name: 'seed-map',
    inputs: ['content/docs', 'content/learn', 'references/seed-defects.json', 'tools/seed-map'],
    outputs: [],
    build: async () => {
      const problems = checkSeedMap()
      if (problems.length > 0) throw new Error(`The seed map:\n${problems.join('\n')}`)
    },
    ...(log ? { log } : {}),
  })
}

/** @returns {string[]} one sentence for each thing that is wrong with what is in the repository */
export function checkSeedMap() {
  const seed = JSON.parse(readFileSync(join(ROOT, 'references/seed-defects.json'), 'utf8'))
  return findProblems(seed, readAnchors(readPageTexts()))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSeedMap({ log: console.log })
