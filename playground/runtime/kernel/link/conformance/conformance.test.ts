// Node decides: every case runs as real ES modules in one Node process, then through the linker.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkCases } from './cases.ts'
import { runLinked } from './run-linked.ts'

const folder = mkdtempSync(join(tmpdir(), 'link-'))
let expected: unknown[] = []

beforeAll(() => {
  linkCases.forEach(({ modules }, index) => {
    mkdirSync(join(folder, String(index)))
    for (const [name, code] of Object.entries(modules))
      writeFileSync(join(folder, String(index), name), code)
  })
  const runner = `const results = []
for (let i = 0; i < ${linkCases.length}; i++) results.push((await import('${folder}/' + i + '/main.mjs')).result)
console.log(JSON.stringify(results))`
  expected = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', runner], { encoding: 'utf8' }),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each([
  ['server layers', true],
  ['client layer', false],
] as const)('%s', (_layer, awaitAsYield) => {
  test.each(linkCases.map((one, index) => [one.name, index] as const))(
    '%s',
    async (_name, index) => {
      const result = await runLinked(linkCases[index]?.modules ?? {}, awaitAsYield)
      expect(JSON.parse(JSON.stringify(result ?? null))).toEqual(expected[index])
    },
  )
})
