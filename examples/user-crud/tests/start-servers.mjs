// @ts-check
// Both servers for the browser's tests, on a database of their own: a new SQLite file, or TEST_DATABASE_URL.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../scripts/database.mjs'
import { runOrStop } from '../scripts/run.mjs'
import { startServers } from '../scripts/servers.mjs'
import { backend, testEnvironment } from '../scripts/settings.mjs'
import { python } from '../scripts/setup.mjs'

export default async function startTestServers() {
  const folder = mkdtempSync(join(tmpdir(), 'user-crud-'))
  const file = `sqlite:///${join(folder, 'test.db')}`
  const env = { ...testEnvironment, DATABASE_URL: process.env.TEST_DATABASE_URL ?? file }
  await migrate(env)
  await runOrStop('Writing the demo people', python, ['-m', 'app.seed'], { cwd: backend, env })
  const servers = await startServers({ port: 0, apiPort: 0, isBuilt: true, env })
  process.env.TEST_WEB_URL = servers.webUrl
  process.env.TEST_API_URL = servers.apiUrl
  return () => {
    servers.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
