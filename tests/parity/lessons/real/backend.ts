// uvicorn over the files of a step. Its database is a file, as on a learner's machine; what it holds after the start is
// kept, and put back when a check asks for a fresh one.
import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SqlValue } from '../../../../playground/runtime/wire/hop.ts'
import { venvProgram } from '../../../../tools/venv/venv.mjs'
import { startServer, type ServerProcess } from '../../server-process.ts'

const execute = promisify(execFile)

const QUERY = `
import json, sqlite3, sys
with sqlite3.connect(sys.argv[1]) as connection:
    print(json.dumps(connection.execute(sys.argv[2]).fetchall()))
`

/** Over the open file: the server's connections see it, as they see another writer. */
const RESTORE = `
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as kept, sqlite3.connect(sys.argv[2]) as live:
    kept.backup(live)
`

export interface RealBackend {
  /** Ends the server, and begins again with an empty database. */
  restart(): Promise<void>
  resetDatabase(): Promise<void>
  query(sql: string): Promise<readonly (readonly SqlValue[])[]>
  stop(): Promise<void>
}

/** `folder`: the workspace's, with `backend/` in it. Nothing is started yet. */
export function createRealBackend(folder: string, port: number): RealBackend {
  const cwd = join(folder, 'backend')
  const database = join(folder, 'database.sqlite')
  const kept = join(folder, 'kept.sqlite')
  let server: ServerProcess | null = null
  const stop = async () => {
    await server?.stop()
    server = null
  }
  const python = (script: string, ...args: string[]) =>
    execute(venvProgram('python'), ['-c', script, ...args])
  return {
    stop,
    async restart() {
      await stop()
      for (const file of [database, kept]) rmSync(file, { force: true })
      // As the playground chooses: main.py before app/main.py.
      const app = existsSync(join(cwd, 'main.py')) ? 'main:app' : 'app.main:app'
      const args = ['-m', 'uvicorn', app, '--port', String(port), '--log-level', 'warning']
      server = startServer(venvProgram('python'), args, {
        cwd,
        env: { DATABASE_URL: `sqlite:///${database}`, PYTHONDONTWRITEBYTECODE: '1' },
      })
      await server.answers(`http://127.0.0.1:${port}/health`)
      if (existsSync(database)) copyFileSync(database, kept)
    },
    async resetDatabase() {
      if (existsSync(kept)) await python(RESTORE, kept, database)
    },
    query: async (sql) => JSON.parse((await python(QUERY, database, sql)).stdout),
  }
}
