// The real side: `next start` or `next dev`, and uvicorn, on free ports. Every request says `Host: localhost:3000` or
// `localhost:8000`, so the apps see the addresses that they would have on a developer's machine.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { CookieJar, type Cookie } from 'tough-cookie'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { venvProgram } from '../../tools/venv/venv.mjs'
import { buildFrontend, frontendCopy, nextProgram } from './built-apps.ts'
import type { Answer, Ask, ExampleName, Flavour, Side, StoredCookie } from './exchange.ts'
import { findFreePort } from './free-port.ts'
import { askOverSocket } from './http-client.ts'
import { startServer, type ServerProcess } from './server-process.ts'

const HOSTS = { frontend: 'localhost:3000', backend: 'localhost:8000' } as const

async function startBackend(example: ExampleName, port: number): Promise<ServerProcess> {
  const app = example === 'hello' ? 'main:app' : 'app.main:app'
  const args = ['-m', 'uvicorn', app, '--port', String(port), '--log-level', 'warning']
  // In memory: every run begins with the demo people and leaves nothing behind.
  const server = startServer(venvProgram('python'), args, {
    cwd: join(ROOT, 'examples', example, 'backend'),
    env: { DATABASE_URL: 'sqlite://', PYTHONDONTWRITEBYTECODE: '1' },
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
    env: { API_URL: `http://127.0.0.1:${ports.backend}`, NEXT_TELEMETRY_DISABLED: '1' },
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
  const jar = new CookieJar()
  return {
    name: flavour === 'production' ? 'next start and uvicorn' : 'next dev and uvicorn',
    ask: (ask) => askWithCookies(jar, ports[ask.host], ask),
    cookies: async () => (await jar.getCookies('http://localhost:3000/')).map(toStored),
    stop: async () => {
      await Promise.all([frontend.stop(), backend.stop()])
    },
  }
}

/** The jar sends its cookies unless the request brings a Cookie header of its own, as in the playground. */
async function askWithCookies(jar: CookieJar, port: number, ask: Ask): Promise<Answer> {
  const host = HOSTS[ask.host]
  const url = `http://${host}${ask.path}`
  const { headers = [] } = ask
  const isOwn = headers.some(([name]) => name.toLowerCase() === 'cookie')
  const stored = isOwn ? '' : await jar.getCookieString(url)
  const cookie = stored === '' ? [] : [['cookie', stored] as const]
  const answer = await askOverSocket(port, host, { ...ask, headers: [...headers, ...cookie] })
  for (const [name, value] of answer.headers) {
    if (name.toLowerCase() === 'set-cookie') await jar.setCookie(value, url)
  }
  return answer
}

function toStored({ key, value, path, httpOnly, secure, sameSite }: Cookie): StoredCookie {
  return { name: key, value, path: path ?? '/', httpOnly, secure, sameSite: sameSite ?? 'default' }
}
