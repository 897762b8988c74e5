// Runs the real command in every situation that should end it with a sentence.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../build/build-if-changed.mjs'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'both-ends-start-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A PATH with node alone. */
function pathWithNodeOnly(): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  const node = join(bin, 'node')
  rmSync(node, { force: true })
  symlinkSync(process.execPath, node)
  return bin
}

function run(root: string, env: Record<string, string>) {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(root, 'tools/start/start.mjs'), '--no-open'],
    {
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, BOTH_ENDS_SITE_PORT: '0', BOTH_ENDS_PREVIEW_PORT: '0', ...env },
    },
  )
  return { status, said: stderr.trim(), stdout }
}

describe('npm start ends with one sentence and exit code 1', () => {
  test('when a port is in use', async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(Number(Object(server.address()).port)))
    })
    const { status, said } = run(ROOT, { BOTH_ENDS_PREVIEW_PORT: String(port) })
    server.close()
    expect(status).toBe(1)
    expect(said).toMatch(
      new RegExp(`^Port ${port} is in use: end the program .*BOTH_ENDS_PREVIEW_PORT\\.$`),
    )
  })

  test('when there is no Python', () => {
    const { status, said } = run(ROOT, { PATH: pathWithNodeOnly(), PYTHON: '' })
    expect(status).toBe(1)
    expect(said).toMatch(
      /^Python 3\.11 or newer is needed and this machine has none: install .* run the command again\.$/,
    )
  })

  test('when the packages are missing and there is no network', () => {
    const clone = join(folder, 'clone')
    mkdirSync(join(clone, 'tools'), { recursive: true })
    for (const name of ['start', 'serve', 'build'])
      cpSync(join(ROOT, 'tools', name), join(clone, 'tools', name), { recursive: true })
    writeFileSync(
      join(clone, 'package.json'),
      JSON.stringify({ name: 'x', version: '1.0.0', dependencies: { abbrev: '3.0.0' } }),
    )
    writeFileSync(
      join(clone, 'package-lock.json'),
      JSON.stringify({
        name: 'x',
        version: '1.0.0',
        lockfileVersion: 3,
        packages: {
          '': { name: 'x', version: '1.0.0', dependencies: { abbrev: '3.0.0' } },
          'node_modules/abbrev': { version: '3.0.0', resolved: 'http://127.0.0.1:1/abbrev.tgz' },
        },
      }),
    )
    const { status, said } = run(clone, {
      npm_config_registry: 'http://127.0.0.1:1',
      npm_config_cache: join(folder, 'cache'),
      npm_config_fetch_retries: '0',
    })
    expect(status).toBe(1)
    expect(said).toMatch(
      /^The packages could not be downloaded .* go online .* after that it works offline\.$/,
    )
  })
})
