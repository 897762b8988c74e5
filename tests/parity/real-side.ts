// The real side: `next start` or `next dev`, and uvicorn, on free ports. Every request says `Host: localhost:3000` or
// `localhost:8000`, so the apps see the addresses that they would have on a developer's machine.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { starterEnvironment } from '../../tools/starter-files/starters.mjs'
import { venvProgram } from '../../tools/venv/venv.mjs'
import { buildFrontend, frontendCopy, nextProgram } from './built-apps.ts'
import type { ExampleName, Flavour, Side } from './exchange.ts'
import { findFreePort } from '../../tools/serve/free-port.mjs'
import { askOverSocket } from './http-client.ts'
import { HOSTS, keepCookies } from './kept-cookies.ts'
import { startServer, type ServerProcess } from './server-process.ts'

async function startBackend(example: ExampleName, port: number): Promise<ServerProcess> {
  const app = example === 'hello' ? 'main:app' : 'app.main:app'
  const args = ['-m', 'uvicorn', app, '--port', String(port), '--log-level', 'warning']
  // In memory: every run begins with the demo people and leaves nothing behind.
  const server = startServer(venvProgram('python'), args, {
    cwd: join(ROOT, 'examples', example, 'backend'),
    env: {
      ...starterEnvironment(example, 'backend'),
      DATABASE_URL: 'sqlite://',
      PYTHONDONTWRITEBYTECODE: '1',
    },
  })
  await server.answers(`http://127.0.0.1:${port}/health`)
  return server
}

async function startFrontend(
  example: ExampleName,
  flavour: Flavour,
  ports: Ports,
): Promise<ServerProcess> {
  const command = flavour === 'production' ? 'start' : 'dev'
  const args = [nextProgram, command, '--port', String(ports.frontend), '--hostname', '127.0.0.1']
  const server = startServer(process.execPath, args, {
    cwd: frontendCopy(example),
    env: {
      ...starterEnvironment(example, 'frontend'),
      API_URL: `http://127.0.0.1:${ports.backend}`,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  await server.answers(`http://127.0.0.1:${ports.frontend}/icon.svg`)
  return server
}

interface Ports {
  readonly frontend: number
  readonly backend: number
}

export async function startRealSide(example: ExampleName, flavour: Flavour): Promise<Side> {
  await buildFrontend(example)
  if (flavour === 'development')
    rmSync(join(frontendCopy(example), '.next', 'dev', 'lock'), { force: true })
  const ports = { frontend: await findFreePort(), backend: await findFreePort() }
  const backend = await startBackend(example, ports.backend)
  const frontend = await startFrontend(example, flavour, ports).catch(async (cause: unknown) => {
    await backend.stop()
    throw cause
  })
  const keeper = keepCookies((ask) => askOverSocket(ports[ask.host], HOSTS[ask.host], ask))
  return {
    name: flavour === 'production' ? 'next start and uvicorn' : 'next dev and uvicorn',
    ...keeper,
    stop: async () => {
      await Promise.all([frontend.stop(), backend.stop()])
    },
  }
}
