// Mounting, in the stand-in: small trees come over its server; the snapshot does not, because Playwright copies every
// request body of a page, and 128 MB of it stop the page for a minute. The page tells its hash instead, and what lies
// in the build must have the same one.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ROOT } from '../../../tools/build/build-if-changed.mjs'

interface MountedFile {
  readonly path: string
  readonly content: Buffer
}

/** Four bytes of length, a list of paths and sizes as JSON, then the files' bytes one after the other. */
function unpack(body: Buffer): readonly MountedFile[] {
  const start = 4 + body.readUInt32BE(0)
  const list: readonly { path: string; size: number }[] = JSON.parse(
    body.toString('utf8', 4, start),
  )
  let at = start
  return list.map(({ path, size }) => {
    at += size
    return { path, content: body.subarray(at - size, at) }
  })
}

export async function mountFiles(folder: string, body: Buffer): Promise<void> {
  const files = unpack(body)
  await makeFolders(folder, files)
  for (const { path, content } of files) await writeFile(inside(folder, path), content)
}

/** The snapshot of the build, by its hash. It stays for the next container unless it is another one then. */
export async function mountSnapshot(folder: string, hash: string): Promise<void> {
  const packed = gunzipSync(await readFile(join(ROOT, 'build/webcontainer/packages.gz')))
  const own = createHash('sha256').update(packed).digest('hex')
  if (own !== hash) throw new Error(`Mounted ${hash}, and the build holds ${own}.`)
  const mark = join(folder, '..', 'snapshot')
  const known = await readFile(mark, 'utf8').catch(() => '')
  if (known === hash) return
  await rm(mark, { force: true })
  for (const name of KEPT) await rm(join(folder, name), { recursive: true, force: true })
  await mountFiles(folder, packed)
  await writeFile(mark, hash)
}

/** What one container leaves for the next: the packages, and webpack's memory of Next's own client, half a minute's work. */
const KEPT = ['node_modules', '.both-ends', '.next']

export async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder))
    if (!KEPT.includes(name)) await remove(join(folder, name))
  for (const name of await readdir(join(folder, '.next/dev')).catch(() => []))
    if (name !== 'cache') await remove(join(folder, '.next/dev', name))
  // A package that a test added, and npm's list, which names it.
  for (const name of ['greeting', '.package-lock.json'])
    await remove(join(folder, 'node_modules', name))
}

/** A process that is ending may still write. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5 })
}

async function makeFolders(folder: string, files: readonly MountedFile[]): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(inside(folder, path))))
  for (const each of folders) await mkdir(each, { recursive: true })
}

export function inside(folder: string, path: string): string {
  const whole = join(folder, path)
  if (!whole.startsWith(folder)) throw new Error(`${path} leads out of the container.`)
  return whole
}
