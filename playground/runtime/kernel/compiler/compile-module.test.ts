import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import * as swc from '@next/swc-wasm-web/wasm.js'
import { beforeAll, expect, test } from 'vitest'
import type { Layer } from '../contract.ts'
import { serverHead } from '../graph/evaluate.ts'
import { compileModule, mapModule } from './compile-module.ts'
import type { CompiledModule } from './offer.ts'

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('@next/swc-wasm-web/wasm_bg.wasm')
  swc.initSync({ module: readFileSync(wasm) })
})

const settings = {
  flavour: 'development',
  cacheComponents: false,
  inlinedEnvironment: { NEXT_PUBLIC_A: 'shown' },
} as const

function compile(source: string, layer: Layer = 'rsc', file = '/app/page.tsx'): CompiledModule {
  const answer = compileModule(swc, { file, source, layer, settings })
  if (!answer.ok) throw Object.assign(new Error(answer.fault.message), answer.fault)
  return answer.value
}

test('a client module seen from the server is its export names', () => {
  const { linked, clientExports } = compile(
    `'use client'\nexport default function A() {}\nexport const b = 1`,
  )
  expect([linked, clientExports]).toEqual([null, ['default', 'b']])
})

test('server actions are found with their names, closures too', () => {
  const module = compile(
    `export default function P() { const k = 1; async function act() { 'use server'; return k } return <form action={act} /> }`,
  )
  expect(Object.values(module.actions ?? {})).toEqual(['$$RSC_SERVER_ACTION_0'])
  expect(
    Object.values(
      compile(`'use server'\nexport async function add() {}`, 'rsc', '/app/a.ts').actions ?? {},
    ),
  ).toEqual(['add'])
})

test('NEXT_PUBLIC_ values and NODE_ENV are inlined, others, targets and local names are not', () => {
  const code =
    compile(`export const x = [process.env.NEXT_PUBLIC_A, process.env['NODE_ENV'], process.env.SECRET]
process.env.NEXT_PUBLIC_A = 'set'
export const own = (process) => process.env.NEXT_PUBLIC_A`).linked?.code
  expect(code).toContain(`process.env.NEXT_PUBLIC_A = 'set'`)
  expect(code).toMatch(/process1\.env\.NEXT_PUBLIC_A;/)
  expect(code).toContain('"shown"')
  expect(code).toContain('"development"')
  expect(code).toContain('process.env.SECRET')
})

test('async functions of the server layers are lowered, of the client not', () => {
  const source = 'export async function f() { await g() }\nasync function g() {}'
  expect(compile(source, 'ssr').linked?.code).not.toMatch(/\bawait\b/)
  expect(compile(source, 'client').linked?.code).toMatch(/\bawait\b/)
})

test.each([
  ['a syntax error', 'export default function P() {\n  return <div\n}', 3],
  [
    'useState in a server component',
    `import { useState } from 'react'\nexport default function P() { useState(1) }`,
    1,
  ],
  [
    'server-only code in a client module',
    `'use client'\nimport 'server-only'\nimport { cookies } from 'next/headers'`,
    2,
  ],
  ['a server action that is not async', `'use server'\nexport function a() {}`, 2],
])('%s is told with its line', (_name, source, line) => {
  const layer = source.startsWith("'use client'") ? 'client' : 'rsc'
  const answer = compileModule(swc, { file: '/app/page.tsx', source, layer, settings })
  expect(answer.ok).toBe(false)
  if (answer.ok) return
  expect(answer.fault.place?.line).toBe(line)
  expect(answer.fault.message).not.toContain('Plugin is not supported')
})

test('a source map leads from the evaluated text to the column', () => {
  const source = `import { a } from './a'\nexport default async function Page() {\n  await a()\n  throw new Error('here')\n}`
  const linked = compile(source).linked
  if (!linked) throw new Error('not linked')
  const node = {
    id: '(rsc)/./app/page.tsx',
    resource: '/app/page.tsx',
    layer: 'rsc',
    file: '/app/page.tsx',
    body: { kind: 'script', linked },
    ids: new Map(),
    dependencies: [],
    actions: null,
    css: null,
    inputs: new Map(),
    listingVersion: 1,
  } as const
  const head = serverHead(node, { asyncIds: new Set() })
  const map = mapModule(swc, { file: '/app/page.tsx', source, layer: 'rsc', settings, head })
  const lines = `${head}${linked.code}`.split('\n')
  const line = lines.findIndex((text) => text.includes('new Error')) + 1
  const column = lines[line - 1]?.indexOf('new Error') ?? -1
  expect(originalPositionFor(new TraceMap(map ?? ''), { line, column })).toMatchObject({
    line: 4,
    column: 8,
  })
})
