// node:fs in the kernel worker, over the virtual files that the kernel holds (contract.ts, `VirtualFiles`). What
// Next's loaders and a learner's server code read; writes are kept apart from the workspace. No watching, no handles,
// no links.
import path from 'path-browserify/index.js'
import { currentHooks } from '../hooks.ts'
import { Buffer } from './buffer.ts'

type PathLike = string | URL
type ReadOptions = string | { encoding?: string | null; withFileTypes?: boolean } | null | undefined

const files = () => currentHooks().files

function toPath(given: PathLike): string {
  return path.resolve(
    '/',
    given instanceof URL ? decodeURIComponent(given.pathname) : String(given),
  )
}

function missing(call: string, file: string): Error {
  const message = `ENOENT: no such file or directory, ${call} '${file}'`
  return Object.assign(new Error(message), { code: 'ENOENT', errno: -2, syscall: call, path: file })
}

function readFileSync(given: PathLike, options?: ReadOptions): Buffer | string {
  const file = toPath(given)
  const content = files().read(file)
  if (content === undefined) throw missing('open', file)
  const bytes = Buffer.from(content)
  const encoding = typeof options === 'string' ? options : options?.encoding
  return encoding ? bytes.toString(encoding) : bytes
}

function createEntry(name: string, parentPath: string, kind: 'file' | 'directory') {
  return {
    name,
    parentPath,
    path: parentPath,
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'directory',
    isSymbolicLink: () => false,
  }
}

function statSync(given: PathLike) {
  const file = toPath(given)
  const kind = files().kind(file)
  if (kind === null) throw missing('stat', file)
  const content = kind === 'file' ? files().read(file) : undefined
  const size = typeof content === 'string' ? Buffer.byteLength(content) : (content?.byteLength ?? 0)
  const entry = createEntry('', '', kind)
  const mtimeMs = files().modified(file)
  return { ...entry, size, mtimeMs, mtime: new Date(mtimeMs), ctimeMs: mtimeMs, mode: 0o644 }
}

function readdirSync(given: PathLike, options?: ReadOptions) {
  const directory = toPath(given)
  if (files().kind(directory) !== 'directory') throw missing('scandir', directory)
  const entries = files().list(directory)
  if (typeof options === 'object' && options?.withFileTypes) {
    return entries.map(([name, kind]) => createEntry(name, directory, kind))
  }
  return entries.map(([name]) => name)
}

function* entriesOf(directory: PathLike) {
  for (const [name, kind] of files().list(toPath(directory)))
    yield createEntry(name, toPath(directory), kind)
}

function opendirSync(directory: PathLike) {
  statSync(directory)
  const entries = entriesOf(directory)
  return {
    [Symbol.iterator]: () => entries,
    [Symbol.asyncIterator]: () => ({
      next: () => Promise.resolve(entries.next()),
      return: () => Promise.resolve({ done: true as const, value: undefined }),
    }),
    close: () => Promise.resolve(),
  }
}

function writeFileSync(given: PathLike, content: string | Uint8Array): void {
  files().write(toPath(given), typeof content === 'string' ? content : new Uint8Array(content))
}

function appendFileSync(given: PathLike, content: string | Uint8Array): void {
  const before = existsSync(given) ? Buffer.from(readFileSync(given)) : Buffer.alloc(0)
  writeFileSync(
    given,
    Buffer.concat([before, typeof content === 'string' ? Buffer.from(content) : content]),
  )
}

function removeSync(given: PathLike): void {
  files().write(toPath(given), null)
}

function existsSync(given: PathLike): boolean {
  return files().kind(toPath(given)) !== null
}

function accessSync(given: PathLike): void {
  statSync(given)
}

const SYNC = {
  readFileSync,
  statSync,
  lstatSync: statSync,
  readdirSync,
  opendirSync,
  writeFileSync,
  appendFileSync,
  accessSync,
  unlinkSync: removeSync,
  rmSync: removeSync,
  realpathSync: toPath,
  mkdirSync: () => undefined,
}

type Call = (...values: never[]) => unknown
type Done = (cause: unknown, value?: unknown) => void

function toPromise(call: Call): (...values: unknown[]) => Promise<unknown> {
  return (...values) => new Promise((resolve) => resolve(Reflect.apply(call, null, values)))
}

function toCallback(call: Call): (...values: unknown[]) => void {
  return (...values) => {
    const done = values.pop()
    if (typeof done !== 'function') throw new TypeError('The last argument must be a callback.')
    const finish: Done = (cause, value) => Reflect.apply(done, null, [cause, value])
    toPromise(call)(...values).then((value) => finish(null, value), finish)
  }
}

function withoutSync(change: (call: Call) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(SYNC).map(([name, call]) => [name.replace('Sync', ''), change(call)]),
  )
}

export const fsPromisesModule = withoutSync(toPromise)

export const fsModule = {
  ...SYNC,
  ...withoutSync(toCallback),
  existsSync,
  promises: fsPromisesModule,
  constants: { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 },
}
