// build/python from the disk, for tests in Node: the worker's AssetSource without HTTP.
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AssetSource } from '../../playground/runtime/backend/assets.ts'

export const PYTHON_BUILD = fileURLToPath(new URL('../../build/python/', import.meta.url))

/** Why a test that needs the archives is left out, or null when they are there. */
export function missingBuild(): string | null {
  return existsSync(`${PYTHON_BUILD}manifest.json`)
    ? null
    : 'build/python is missing: run `node tools/wheel-lock/build-python.mjs` first.'
}

export function createDiskAssets(): AssetSource {
  const address = (name: string) => PYTHON_BUILD + name
  return {
    address,
    bytes: async (name) => new Uint8Array(await readFile(address(name))),
    bytesNow: (name) => new Uint8Array(readFileSync(address(name))),
    compile: async (name) => WebAssembly.compile(await readFile(address(name))),
    begin: () => undefined, // The disk is there when Pyodide asks.
    manifest: async () => JSON.parse(await readFile(address('manifest.json'), 'utf8')),
  }
}
