import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { patchArgon2, patchAsm } from './patch-asm.mjs'
import { PYODIDE } from './pyodide-in-node.mjs'

const asm = readFileSync(join(PYODIDE, 'pyodide.asm.mjs'), 'utf8')

it('finds each place of the installed Pyodide exactly once', () => {
  const patched = patchAsm(asm)
  for (const hook of ['compiledLibraries', 'recordLibrary', 'replayLibrary', 'trampoline']) {
    expect(patched).toContain(`Module["${hook}"]`)
  }
})

it('refuses another Pyodide with a sentence', () => {
  expect(() => patchAsm('another version')).toThrow(/was found 0 times, not once/)
  expect(() => patchAsm(asm + asm)).toThrow(/was found 2 times, not once/)
  expect(() => patchArgon2('another version')).toThrow(/was found 0 times, not once/)
})
