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
  const bytes = await download(`${FOLDER}packages.zip`)
  onDetail('unpacking')
  const files = await unpack(bytes)
  onDetail('mounting')
  await container.mount(toTree(files))
  return JSON.parse(new TextDecoder().decode(await download(`${FOLDER}packages.json`)))
}

async function download(path: string): Promise<Uint8Array> {
  const answer = await fetch(path)
  if (!answer.ok) {
    const message = `${path} did not load (${String(answer.status)}).`
    throw new FailureError(createFailure('packages', 'asset-missing', message))
  }
  return new Uint8Array(await answer.arrayBuffer())
}

/** Beside this thread: it is most of a second's work. */
async function unpack(bytes: Uint8Array): Promise<Files> {
  const { unzip } = await import('fflate')
  return new Promise<Record<string, FileContent>>((resolve, reject) => {
    unzip(bytes, (cause, files) => (cause ? reject(cause) : resolve(files)))
  })
}
