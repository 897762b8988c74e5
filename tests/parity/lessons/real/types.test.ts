import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readRealTypes } from './types.ts'

const folder = mkdtempSync(join(tmpdir(), 'both-ends-types-'))
mkdirSync(join(folder, 'frontend'))
const settings = { compilerOptions: { strict: true, types: [], moduleDetection: 'force' } }
writeFileSync(join(folder, 'frontend/tsconfig.json'), JSON.stringify(settings))
writeFileSync(join(folder, 'frontend/one.ts'), 'export const one: 1 = 1\n')
writeFileSync(join(folder, 'frontend/two.ts'), 'const text: string = 2\nexport {}\n')

afterAll(() => rmSync(folder, { recursive: true }))

test('a file says what is wrong in it, and where', () => {
  expect(readRealTypes(folder, 'frontend/one.ts')).toEqual([])
  const message = "Type 'number' is not assignable to type 'string'."
  const problem = { code: 2322, message, line: 1, column: 7 }
  expect(readRealTypes(folder, 'frontend/two.ts')).toEqual([problem])
})

test('lines that are in no file are asked about among the others', () => {
  const problems = (text: string) => readRealTypes(folder, 'frontend/asked.ts', text)
  expect(problems("import { one } from './one'\nexport const still: 1 = one\n")).toEqual([])
  expect(problems("import { one } from './one'\nexport const other: 2 = one\n")).toMatchObject([
    { code: 2322, line: 2 },
  ])
})
