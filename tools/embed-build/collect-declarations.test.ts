import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collectDeclarations } from './collect-declarations.mjs'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'both-ends-declarations-'))
  writeFileSync(
    join(folder, 'parts.ts'),
    'export const NAMES = ["a", "b"] as const\nexport type Name = (typeof NAMES)[number]\nexport interface Unused { readonly x: 1 }\n',
  )
  writeFileSync(
    join(folder, 'entry.ts'),
    `import type { Name } from './parts.ts'
/** Does it. */
export function mount(name: Name, options: { readonly open?: string } = {}): void { console.log(name, options) }
`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

test('an export brings the types that it names, and no others', () => {
  const text = collectDeclarations(join(folder, 'entry.ts'))
  expect(text).toContain('/** Does it. */\nexport declare function mount(name: Name, options')
  expect(text).toContain('export type Name = (typeof NAMES)[number]')
  expect(text).toContain('export declare const NAMES: readonly ["a", "b"]')
  expect(text).not.toContain('Unused')
  expect(text).not.toContain('import')
})
