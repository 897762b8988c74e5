// npm's `prepare`: puts the pre-commit hook in place. Does nothing in CI, in a copy without git, and when
// the package is missing (npm ci --omit=dev): an install must never fail for a hook.
// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
export function wantsHooks(folder, env) {
  const program = join(folder, 'node_modules', 'simple-git-hooks', 'cli.js')
  return !env.CI && existsSync(join(folder, '.git')) && existsSync(program)
}

if (process.argv[1] === fileURLToPath(import.meta.url) && wantsHooks(root, process.env)) {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'simple-git-hooks', 'cli.js')],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  if (status !== 0)
    console.warn('The pre-commit hook was not installed; npx simple-git-hooks tries again.')
}
