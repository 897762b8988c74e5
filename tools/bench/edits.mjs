// The three edits that are timed, the same in the playground and on real servers: examples/directory, its list page.
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'

/**
 * @typedef {object} Edit
 * @property {string} what
 * @property {string} file workspace path
 * @property {(round: number) => { text: string, shows: string }} make the file's text for a round, and what is then seen
 */

/** @param {string} file */
const original = (file) => readFileSync(join(ROOT, 'examples', 'directory', file), 'utf8')

/**
 * @param {{ what: string, file: string, from: string, to: (round: number) => string, shows: (round: number) => string }} edit
 * `from` is the text in the file that is replaced
 * @returns {Edit}
 */
function replacing({ what, file, from, to, shows }) {
  return {
    what,
    file,
    make(round) {
      const text = original(file)
      if (!text.includes(from))
        throw new Error(
          `${file} no longer holds ${from}: name another edit in tools/bench/edits.mjs.`,
        )
      return { text: text.replace(from, to(round)), shows: shows(round) }
    },
  }
}

export const serverEdit = replacing({
  what: 'edit of a server component → visible',
  file: 'frontend/app/(list)/page.tsx',
  from: '<h1>People</h1>',
  to: (round) => `<h1>People ${round}</h1>`,
  shows: (round) => `People ${round}`,
})

export const clientEdit = replacing({
  what: 'edit of a client component → visible',
  file: 'frontend/components/search-button.tsx',
  from: "'Search'",
  to: (round) => `'Search ${round}'`,
  shows: (round) => `Search ${round}`,
})

export const pythonEdit = replacing({
  what: 'edit of a Python file → answered',
  file: 'backend/app/main.py',
  from: '"status": "ok"',
  to: (round) => `"status": "ok ${round}"`,
  shows: (round) => `ok ${round}`,
})
