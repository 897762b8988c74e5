import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { VirtualFiles } from '../../contract.ts'
import { setHooks } from '../hooks.ts'
import { fsModule, fsPromisesModule } from './fs.ts'

const held = new Map<string, string | Uint8Array>()
const files: VirtualFiles = {
  modified: () => 1_700_000_000_000,
  read: (path) => held.get(path),
  kind: (path) => (held.has(path) ? 'file' : path === '/app' ? 'directory' : null),
  list: () => [...held.keys()].map((path) => [path.split('/').at(-1) ?? '', 'file'] as const),
  write: (path, content) => void (content === null ? held.delete(path) : held.set(path, content)),
}

beforeAll(() =>
  setHooks({
    files,
    readManifest: () => undefined,
    readClientReferences: () => Promise.reject() as never,
    findSourceMap: () => undefined,
    stylesVersion: () => 0,
  }),
)
beforeEach(() => {
  held.clear()
  held.set('/app/page.tsx', 'grüße')
})

test('reads text by encoding, bytes without', () => {
  expect(fsModule.readFileSync('app/page.tsx', 'utf8')).toBe('grüße')
  expect(fsModule.readFileSync(new URL('file:///app/page.tsx'))).toHaveLength(7)
  expect(fsModule.statSync('/app/page.tsx').size).toBe(7)
})

test('a missing file is ENOENT with its path', () => {
  expect(() => fsModule.readFileSync('/no')).toThrow(
    expect.objectContaining({ code: 'ENOENT', path: '/no' }),
  )
})

test('lists with and without types', () => {
  expect(fsModule.readdirSync('/app')).toEqual(['page.tsx'])
  const [entry] = fsModule.readdirSync('/app', { withFileTypes: true })
  expect(typeof entry === 'object' && entry.isFile()).toBe(true)
})

test('the promise and the callback form give the same, and errors', async () => {
  const readFile: unknown = fsPromisesModule['readFile']
  const withCallback: unknown = Reflect.get(fsModule, 'readFile')
  if (typeof readFile !== 'function' || typeof withCallback !== 'function')
    throw new Error('not there')
  expect(await readFile('/app/page.tsx', 'utf8')).toBe('grüße')
  await expect(readFile('/no')).rejects.toThrow('ENOENT')
  const called = await new Promise((resolve) =>
    withCallback('/app/page.tsx', 'utf8', (_: unknown, text: unknown) => resolve(text)),
  )
  expect(called).toBe('grüße')
})

test('appends, removes', () => {
  fsModule.appendFileSync('/log', 'a')
  fsModule.appendFileSync('/log', 'b')
  expect(fsModule.readFileSync('/log', 'utf8')).toBe('ab')
  fsModule.rmSync('/log')
  expect(fsModule.existsSync('/log')).toBe(false)
})
