// The zip that the playground offers, unpacked in a folder of its own and run by the two commands of its README, as they
// are written there but for the ports. Needs the network for npm and pip.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Files } from '../../playground/runtime/wire/files.ts'
import { zipFiles } from '../../playground/runtime/workspace/zip.ts'
import { findFreePort } from '../../tools/serve/free-port.mjs'
import { readStarterFiles } from '../../tools/starter-files/build.mjs'

/** Milliseconds for packages to install and a server to answer. */
const START_DEADLINE = 240_000

test.each([
  ['directory', '/', 'Ada Osei'],
  ['user-crud', '/', '12 notes by 2 people so far.'],
])('%s runs on a real machine by two commands', { timeout: 300_000 }, async (name, path, shown) => {
  const folder = await mkdtemp(join(tmpdir(), 'zip-'))
  const [apiPort, webPort] = [await findFreePort(), await findFreePort()]
  let running: ChildProcess[] = []
  try {
    const files = unzipSync(zipFiles(starterOf(name)))
    for (const [file, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(join(folder, file), bytes)
    }
    const commands = readCommands(strFromU8(files['README.md'] ?? new Uint8Array()))
    expect(commands).toHaveLength(2)
    running = commands.map((command) =>
      spawn('sh', ['-c', command.replace('localhost:8000', `localhost:${String(apiPort)}`)], {
        cwd: folder,
        // Both servers take their port from the environment. A group of its own ends as a whole.
        env: { ...process.env, PORT: String(webPort), UVICORN_PORT: String(apiPort) },
        detached: true,
        stdio: 'ignore',
      }),
    )
    await expect
      .poll(
        async () =>
          fetch(`http://localhost:${String(webPort)}${path}`).then(
            async (answer) => (await answer.text()).replaceAll('<!-- -->', ''),
            () => '',
          ),
        { timeout: START_DEADLINE, interval: 500 },
      )
      .toContain(shown)
  } finally {
    for (const { pid } of running) if (pid !== undefined) stopGroup(pid)
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})

function starterOf(name: string): Files {
  return Object.fromEntries(
    Object.entries(readStarterFiles(name)).map(([path, content]) => [
      path,
      typeof content === 'string'
        ? content
        : Uint8Array.from(Buffer.from(content.base64, 'base64')),
    ]),
  )
}

/** The indented lines. */
function readCommands(readMe: string): string[] {
  return readMe
    .split('\n')
    .filter((line) => line.startsWith('    '))
    .map((line) => line.trim())
}

function stopGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
