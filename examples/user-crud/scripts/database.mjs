// @ts-check
// Before the servers start: a secret of one's own, tables as the last migration makes them, and demo people.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOrStop } from './run.mjs'
import { backend } from './settings.mjs'
import { python } from './setup.mjs'

const envFile = join(backend, '.env')

function readEnvFile() {
  return existsSync(envFile) ? readFileSync(envFile, 'utf8') : ''
}

/** @param {string} name @returns {string} what the backend will see, or '' */
function setting(name) {
  const line = new RegExp(`^${name}=(.*)$`, 'm').exec(readEnvFile())
  return process.env[name] ?? line?.[1]?.trim() ?? ''
}

/** Writes a secret into backend/.env unless there is one. The file is not in the repository. */
export function ensureSecret() {
  if (setting('JWT_SECRET')) return
  const others = readEnvFile().replace(/^JWT_SECRET=.*\n?/m, '')
  writeFileSync(envFile, `JWT_SECRET=${randomBytes(32).toString('hex')}\n${others}`, {
    mode: 0o600,
  })
  console.log('Written: backend/.env, with a secret of your own.')
}

/** @param {NodeJS.ProcessEnv} [env] */
export async function migrate(env = {}) {
  const args = ['-m', 'alembic', 'upgrade', 'head']
  await runOrStop('The migration', python, args, { cwd: backend, env })
}

/**
 * Demo people, whose password everybody can read, belong into a file on this machine. Into another database only when
 * SEED_DEMO=true asks for them. @returns {Promise<boolean>} whether they are there
 */
export async function seedDemo() {
  const url = setting('DATABASE_URL')
  const isLocalFile = url === '' || url.startsWith('sqlite')
  if (!isLocalFile && setting('SEED_DEMO') !== 'true') return false
  await runOrStop('Writing the demo people', python, ['-m', 'app.seed'], { cwd: backend })
  return true
}
