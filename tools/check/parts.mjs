// The parts of npm run check: each a command of its own, with nothing that needs a browser or a build.
// @ts-check
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { venvProgram } from '../venv/venv.mjs'

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly [command: string, ...args: string[]][]} commands all must succeed
 */

const ran = (/** @type {string} */ path, /** @type {string[]} */ ...args) =>
  /** @type {[string, ...string[]]} */ ([process.execPath, join(ROOT, path), ...args])

export const TYPE_COMMANDS = [
  ran('node_modules/typescript/bin/tsc', '-b'),
  // The programs and the tests look at every other project, and nothing looks at them.
  ran('node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json'),
  ran('node_modules/typescript/bin/tsc', '-p', 'site/tsconfig.json'),
]

/** @type {readonly Part[]} */
export const parts = [
  {
    name: 'format',
    commands: [
      ran('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
    ],
  },
  { name: 'lint', commands: [ran('node_modules/oxlint/bin/oxlint')] },
  { name: 'types', commands: TYPE_COMMANDS },
  {
    name: 'imports',
    commands: [
      ran(
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'playground',
        'site',
        'content',
        'lessons',
        'tools',
        'tests',
        'examples',
      ),
    ],
  },
  { name: 'dead code', commands: [ran('node_modules/knip/bin/knip.js')] },
  { name: 'words', commands: [ran('tools/check-words/check-words.mjs')] },
  {
    name: 'ruff',
    commands: [
      [venvProgram('ruff'), 'check', '.'],
      [venvProgram('ruff'), 'format', '--check', '.'],
    ],
  },
  { name: 'mypy', commands: [[venvProgram('mypy')]] },
  {
    name: 'hadolint',
    commands: [
      [
        venvProgram('hadolint'),
        'examples/user-crud/backend/Dockerfile',
        'examples/user-crud/frontend/Dockerfile',
      ],
    ],
  },
]
