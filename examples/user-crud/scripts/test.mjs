// @ts-check
// npm test: Python on SQLite and on PostgreSQL, the types, the frontend, its build, then both ends in a browser.
import { run, script, Stop } from './run.mjs'
import { backend, frontend, root, testEnvironment } from './settings.mjs'
import { startPostgres } from './postgres.mjs'
import { installMissing, python } from './setup.mjs'

/** @typedef {[name: string, part: () => Promise<number>]} Part */

/** @param {string} module @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function runPython(module, args, env = {}) {
  return run(python, ['-m', module, ...args], {
    cwd: backend,
    env: { ...testEnvironment, ...env },
  })
}

/** @param {NodeJS.ProcessEnv} [env] */
function runBrowser(env = {}) {
  return run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], { cwd: root, env })
}

/** @param {string} npm @returns {Part[]} */
function commonParts(npm) {
  const node = process.execPath
  const build = { NEXT_TELEMETRY_DISABLED: '1' }
  return [
    ['ruff', () => runPython('ruff', ['check', '.'])],
    ['mypy', () => runPython('mypy', [])],
    ['backend on SQLite', () => runPython('pytest', ['-q'])],
    ['types of the API', () => run(node, ['scripts/types.mjs', '--check'], { cwd: root })],
    ['frontend', () => run(node, [npm, 'test', '--silent'], { cwd: frontend })],
    ['build', () => run(node, [npm, 'run', '--silent', 'build'], { cwd: frontend, env: build })],
    ['both ends on SQLite', () => runBrowser()],
  ]
}

/** @param {string} url @returns {Part[]} */
function postgresParts(url) {
  const env = { TEST_DATABASE_URL: url }
  const alembic = (/** @type {string[]} */ ...args) =>
    runPython('alembic', args, { DATABASE_URL: url })
  return [
    ['backend on PostgreSQL', () => runPython('pytest', ['-q'], env)],
    ['migrations from nothing', () => alembic('upgrade', 'head')],
    ['migrations beside the models', () => alembic('check')],
    ['migrations back to nothing', () => alembic('downgrade', 'base')],
    ['both ends on PostgreSQL', () => runBrowser(env)],
  ]
}

await script(async () => {
  await installMissing()
  const npm = process.env.npm_execpath
  if (!npm) throw new Stop('Start this with npm: npm test')

  const postgres = await startPostgres()
  const parts = [...commonParts(npm), ...(postgres ? postgresParts(postgres.url) : [])]
  const failed = []
  try {
    for (const [name, part] of parts) {
      console.log(`\n— ${name}`)
      if ((await part()) !== 0) failed.push(name)
    }
  } finally {
    postgres?.stop()
  }
  if (failed.length > 0) throw new Stop(`Failed: ${failed.join(', ')}.`)
  if (!postgres) console.log('\nNot run: the parts on PostgreSQL, which is not installed here.')
  // Where everything must run, a missing server is a failure and not a smaller test.
  if (!postgres && process.env.CI)
    throw new Stop('PostgreSQL is missing: apt-get install postgresql')
  console.log('\nAll passed.')
})
