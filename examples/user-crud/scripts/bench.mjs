// @ts-check
// npm run bench: load and faults on a PostgreSQL server of its own; the figures go into bench.json.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, platform } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './postgres.mjs'
import { script, Stop } from './run.mjs'
import { backend, root, testEnvironment } from './settings.mjs'
import { installMissing, python } from './setup.mjs'

await script(async () => {
  await installMissing()
  const postgres = await startPostgres()
  if (!postgres) throw new Stop('PostgreSQL is not installed here, and this measures with it.')
  try {
    const env = { ...process.env, ...testEnvironment, DATABASE_URL: postgres.url }
    const measured = spawnSync(python, ['-m', 'bench.measure'], {
      cwd: backend,
      env,
      encoding: 'utf8',
    })
    if (measured.status !== 0) throw new Stop(measured.stderr)
    const machine = { platform: platform(), cpus: cpus().length, node: process.versions.node }
    const results = { date: new Date().toISOString(), machine, ...JSON.parse(measured.stdout) }
    const target = join(root, 'bench.json')
    writeFileSync(target, `${JSON.stringify(results, null, 2)}\n`)
    console.log(`Written: ${target}`)
  } finally {
    postgres.stop()
  }
})
