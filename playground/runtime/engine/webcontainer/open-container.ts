// Boots the vendor's container and mounts our snapshot of packages into it. Runs on the site's page. Everything that can
// stand in the way is a failure with a sentence: the browser, this page's headers, the vendor's host.
import type { WebContainer } from '@webcontainer/api'
import { createFailure, FailureError } from '../../wire/failure.ts'
import type { FileContent, Files } from '../../wire/files.ts'
import { toTree } from './container-files.ts'

/** What of the package's surface we use. */
export type Container = Pick<WebContainer, 'fs' | 'mount' | 'spawn' | 'teardown' | 'workdir'>

interface Api {
  readonly WebContainer: {
    boot(options: Parameters<typeof WebContainer.boot>[0]): Promise<Container>
  }
}

/** Where the package loads its engine from: internal/iframe-url.js of the package. */
const VENDOR = 'https://stackblitz.com/headless'
/** Milliseconds until the vendor's host must have answered anything. */
const VENDOR_DEADLINE = 20_000
/** Ours, beside the site's other files: built by tools/webcontainer-packages. */
const FOLDER = '/webcontainer/'

export async function bootContainer(): Promise<Container> {
  requireIsolation()
  await requireVendor()
  const { WebContainer } = await loadApi()
  return WebContainer.boot({ coep: 'credentialless', workdirName: 'frontend' })
}

function requireIsolation(): void {
  if (typeof SharedArrayBuffer === 'function' && window.crossOriginIsolated) return
  const message =
    'WebContainers need memory that scripts share, and this browser, or the server of this page, does not allow it here.'
  throw new FailureError(createFailure('container', 'engine-unavailable', message))
}

/** A boot whose frame does not load waits for ever, so the host is asked first. */
async function requireVendor(): Promise<void> {
  const signal = AbortSignal.timeout(VENDOR_DEADLINE)
  try {
    await fetch(VENDOR, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal })
  } catch (cause) {
    const message = 'stackblitz.com, where WebContainers come from, cannot be reached from here.'
    const failure = createFailure('container', 'vendor-refused', message, String(cause))
    throw new FailureError(failure)
  }
}

async function loadApi(): Promise<Api> {
  const url = new URL(`${FOLDER}api.js`, window.location.href).href
  try {
    return await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ url)
  } catch (cause) {
    const message = 'The file that starts WebContainers did not load.'
    throw new FailureError(createFailure('container', 'asset-missing', message, String(cause)))
  }
}

/** Name and version of each package that a manifest may name. */
export type Snapshot = Readonly<Record<string, string>>

export async function mountPackages(
  container: Container,
  onDetail: (detail: string) => void,
): Promise<Snapshot> {
  onDetail('downloading')
  const files = unpack(await downloadPacked(`${FOLDER}packages.gz`))
  onDetail('mounting')
  await container.mount(toTree(files))
  return (await request(`${FOLDER}packages.json`)).json()
}

async function request(path: string): Promise<Response> {
  const answer = await fetch(path)
  if (answer.ok) return answer
  const message = `${path} did not load (${String(answer.status)}).`
  throw new FailureError(createFailure('packages', 'asset-missing', message))
}

/** Unpacked by the browser itself, beside this thread. */
async function downloadPacked(path: string): Promise<Uint8Array> {
  const { body } = await request(path)
  if (!body) throw new TypeError('An answer of a static file has a body.')
  const unpacked = body.pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}

interface PackedFile {
  readonly path: string
  readonly size: number
}

/** As tools/webcontainer-packages packs: a length, a list as JSON, the contents. */
export function unpack(bytes: Uint8Array): Files {
  const start = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const list: readonly PackedFile[] = JSON.parse(new TextDecoder().decode(bytes.subarray(4, start)))
  const files: Record<string, FileContent> = {}
  let at = start
  for (const { path, size } of list) {
    files[path] = bytes.subarray(at, at + size)
    at += size
  }
  return files
}
