// Runs the learner's next.config before Next itself is there: its flags must stand when Next's modules are evaluated.
// A small module table of its own, so it may import the learner's other files, but not packages.
import { _ as asyncToGenerator } from '@swc/helpers/_/_async_to_generator'
import type { ModuleFunction } from '../contract.ts'
import type { CompileClient } from '../compiler/compile-client.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import { moduleText } from '../link/module-text.ts'
import { createWebpackRequire } from '../webpack/require.ts'
import { MissingModule } from '../graph/resolve.ts'
import { CompileError } from '../errors/compile-error.ts'

const CONFIG_FILES: readonly string[] = [
  '/next.config.ts',
  '/next.config.mjs',
  '/next.config.js',
  '/next.config.mts',
]

/** The server layers lower async functions to this; SWC's other helpers are not for configs. */
const ASYNC_HELPER = '@swc/helpers/_/_async_to_generator'
const asyncHelper: ModuleFunction = (_module, exports, webpack) =>
  webpack.d(exports, { _: () => asyncToGenerator })

export function isConfigFile(path: string): boolean {
  return CONFIG_FILES.includes(path)
}

export interface ConfigHost {
  readonly files: Pick<FrontendFiles, 'has' | 'text'>
  readonly compiler: Pick<CompileClient, 'compile'>
  findFile(specifier: string, importer: string): string | null
}

export type UserConfig = Readonly<Record<string, unknown>>

/**
 * @returns an empty object when there is no next.config
 * @throws CompileError, MissingModule, or what the file itself throws
 */
export async function evaluateConfig(host: ConfigHost, phase: string): Promise<UserConfig> {
  const file = CONFIG_FILES.find((path) => host.files.has(path))
  if (file === undefined) return {}
  const exported = await evaluateFile(host, file)
  const config: unknown =
    typeof exported === 'function' ? await exported(phase, { defaultConfig: {} }) : exported
  if (isRecord(config)) return config
  throw new CompileError({
    file,
    message: `${file.slice(1)} must export an object or a function that returns one.`,
    place: null,
  })
}

/**
 * Runs a file outside of the app.
 * @param given what packages export that it may import after all, by name
 * @returns what it exports as its default, or as `module.exports`
 */
export async function evaluateFile(
  host: ConfigHost,
  file: string,
  given: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const table: Record<string, ModuleFunction> = { [ASYNC_HELPER]: asyncHelper }
  for (const [name, exports] of Object.entries(given))
    table[name] = (module) => void (module.exports = exports)
  await addModule(host, table, file)
  const exports = await createWebpackRequire(table).imp(file)
  return isRecord(exports) ? exports['default'] : undefined
}

async function addModule(
  host: ConfigHost,
  table: Record<string, ModuleFunction>,
  file: string,
): Promise<void> {
  if (file in table) return
  const { linked } = await host.compiler.compile(file, host.files.text(file) ?? '', 'ssr')
  if (!linked)
    throw new CompileError({ file, message: "'use client' has no meaning here.", place: null })
  const ids = new Map<string, string>()
  for (const request of linked.requests) {
    const found = request in table ? request : host.findFile(request, file)
    if (found === null) throw new MissingModule(request, file)
    ids.set(request, found)
  }
  // Every module here may be async: one protocol for all is simpler than marking them.
  const { head, tail } = moduleText(linked, {
    idOf: (request) => ids.get(request) ?? '',
    isAsync: true,
  })
  const evaluate = globalThis.eval
  table[file] = evaluate(
    `(function(module,exports,__webpack_require__){"use strict";var __import_meta__={url:${JSON.stringify(`file://${file}`)}};${head}${linked.code}${tail}\n})\n//# sourceURL=webpack-internal:///.${file}`,
  )
  await Promise.all([...ids.values()].map((path) => addModule(host, table, path)))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
