// @ts-check
// A PostgreSQL server for the tests: a cluster in a temporary folder, on a free port, gone afterwards.
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stop } from './run.mjs'
import { claimPort } from './servers.mjs'

/** Debian keeps the programs of each version in a folder of its own, outside of PATH. */
function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .sort((a, b) => b - a)
    : []
  const folders = versions.map((version) => join(debian, String(version), 'bin'))
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')))
  if (found) return found
  const onPath = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  const folder = onPath.status === 0 ? onPath.stdout.trim() : ''
  return existsSync(join(folder, 'initdb')) ? folder : null
}

/** PostgreSQL refuses to run as root. @returns {{ uid: number, gid: number } | undefined} */
function otherUser() {
  if (process.getuid?.() !== 0) return undefined
  const id = (/** @type {string} */ flag) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

/** @returns {Promise<{ url: string, stop: () => void } | null>} null when PostgreSQL is not installed */
export async function startPostgres() {
  const programs = findPrograms()
  if (!programs) return null
  const user = otherUser()
  const folder = mkdtempSync(join(tmpdir(), 'user-crud-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const port = await claimPort(0)

  /** @param {string} program @param {string[]} args */
  const run = (program, args) => {
    const options = { ...user, cwd: folder, encoding: /** @type {const} */ ('utf8') }
    const result = spawnSync(join(programs, program), args, { ...options, stdio: 'pipe' })
    if (result.status !== 0) throw new Stop(`${program} failed: ${result.stderr}`)
  }
  const cluster = join(folder, 'cluster')
  run('initdb', ['--pgdata', cluster, '--auth', 'trust', '--username', 'tests', '--no-sync'])
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`
  run('pg_ctl', ['start', '--wait', '-D', cluster, '-o', options, '-l', join(folder, 'log')])
  return {
    url: `postgresql://tests@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', ['stop', '--mode', 'immediate', '-D', cluster])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
