// Copies of the examples' frontends, built once for each content, with the repository's own Next. The copy lies below
// build/, so that neither `next build` nor `next dev` writes into examples/.
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { starterEnvironment } from '../../tools/starter-files/starters.mjs'
import { buildIfChanged, ROOT } from '../../tools/build/build-if-changed.mjs'
import type { ExampleName } from './exchange.ts'

const execute = promisify(execFile)
const SKIPPED = new Set(['node_modules', '.next', 'tests', 'vitest.config.ts', 'next-env.d.ts'])

export const nextProgram = createRequire(join(ROOT, 'package.json')).resolve('next/dist/bin/next')

export function frontendCopy(example: ExampleName): string {
  return join(ROOT, 'build', 'parity', example, 'frontend')
}

/** `next build` of an example. The address of FastAPI is asked for at each request, so any will do here. */
export async function buildFrontend(example: ExampleName): Promise<void> {
  const source = join('examples', example, 'frontend')
  const copy = frontendCopy(example)
  await buildIfChanged({
    name: `parity-${example}`,
    inputs: [
      'app',
      'actions',
      'components',
      'lib',
      'next.config.ts',
      'tsconfig.json',
      'package.json',
      'proxy.ts',
      'instrumentation.ts',
    ]
      .map((name) => join(source, name))
      .filter((path) => existsSync(join(ROOT, path))),
    extra: nextProgram,
    outputs: [join('build', 'parity', example, 'frontend', '.next', 'BUILD_ID')],
    build: async () => {
      rmSync(copy, { recursive: true, force: true })
      mkdirSync(copy, { recursive: true })
      const filter = (path: string) => !SKIPPED.has(basename(path))
      cpSync(join(ROOT, source), copy, { recursive: true, filter })
      const env = {
        ...process.env,
        ...starterEnvironment(example, 'frontend'),
        API_URL: 'http://localhost:8000',
        NEXT_TELEMETRY_DISABLED: '1',
      }
      await execute(process.execPath, [nextProgram, 'build'], { cwd: copy, env })
    },
  })
}
