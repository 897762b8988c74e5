// A fixture app on real `next start` or `next dev`: its files on disk below build/, built anew when they changed.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import type { Files } from '../../playground/runtime/wire/files.ts'
import { filesOf, type FixtureApp } from './apps/fixture-app.ts'
import { nextProgram } from './built-apps.ts'
import type { Flavour, Side } from './exchange.ts'
import { findFreePort } from '../../tools/serve/free-port.mjs'
import { askOverSocket } from './http-client.ts'
import { HOSTS, keepCookies } from './kept-cookies.ts'
import { startServer } from './server-process.ts'

const execute = promisify(execFile)

/** What Next would write itself, with a sentence for each; `@/` as in the examples. */
const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['dom', 'esnext'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    allowJs: true,
    strict: false,
    noEmit: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    isolatedModules: true,
    incremental: true,
    skipLibCheck: true,
    plugins: [{ name: 'next' }],
    paths: { '@/*': ['./*'] },
  },
  include: ['**/*.ts', '**/*.tsx'],
  exclude: ['node_modules'],
}

/** Fixed by the fixture, so that what the two flavours and the kernel encrypt and sign is alike. */
const ENVIRONMENT = { NEXT_TELEMETRY_DISABLED: '1', API_URL: 'http://localhost:8000' }

/** Kept beside the app for the next run: what its files were, what `next build` made of them and what it printed. */
const KEPT = '.kept'

function folderOf(app: FixtureApp): string {
  return join(ROOT, 'build', 'parity', `app-${app.name}`)
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Not written yet.
    return null
  }
}

/** @returns the app's folder */
export async function buildFixture(app: FixtureApp): Promise<string> {
  const folder = folderOf(app)
  const files = { ...filesOf(app), 'tsconfig.json': JSON.stringify(TSCONFIG) }
  const kept = join(folder, KEPT)
  const written = JSON.stringify(
    Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString('base64')]),
  )
  const isNew = readText(join(kept, 'written.json')) !== written
  if (isNew) rmSync(folder, { recursive: true, force: true })
  // Also when nothing is new: a transcript may have edited some.
  writeFiles(folder, files)
  const output = join(folder, '.next')
  if (isNew) {
    const { stdout } = await execute(process.execPath, [nextProgram, 'build'], {
      cwd: folder,
      env: { ...process.env, ...ENVIRONMENT, NODE_ENV: 'production' },
    }).catch((cause: { stdout?: string; stderr?: string }) => {
      throw new Error(`next build of ${app.name}:\n${cause.stdout ?? ''}\n${cause.stderr ?? ''}`)
    })
    cpSync(output, join(kept, 'next'), { recursive: true })
    writeFiles(kept, { 'printed.txt': stdout, 'written.json': written })
  }
  // As it was built: a server writes what it renders into this folder, and would find it again.
  rmSync(output, { recursive: true, force: true })
  cpSync(join(kept, 'next'), output, { recursive: true })
  return folder
}

export async function startFixture(app: FixtureApp, flavour: Flavour): Promise<Side> {
  const cwd = await buildFixture(app)
  const port = await findFreePort()
  const command = flavour === 'production' ? 'start' : 'dev'
  // By its name, as the app sees it too: another would make absolute addresses of its relative ones.
  const args = [nextProgram, command, '--port', String(port), '--hostname', 'localhost']
  const server = startServer(process.execPath, args, {
    cwd,
    env: { ...ENVIRONMENT, NODE_ENV: flavour },
  })
  await server.answers(`http://localhost:${port}/ready.txt`)
  return {
    name: `next ${command}`,
    ...keepCookies((ask) => askOverSocket(port, HOSTS.frontend, ask)),
    printed: readText(join(cwd, KEPT, 'printed.txt')) ?? '',
    write: async (files) => writeFiles(cwd, files),
    stop: () => server.stop(),
  }
}
