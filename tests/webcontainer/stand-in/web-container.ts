// What a test serves in place of the vendor's package: the same surface, checked by the compiler below, over real files and
// real processes of this machine (server.ts). Only what the engine uses does something; the rest says that it does not.
// Runs on the site's page, bundled by serve-stand-in.ts.
import type {
  BootOptions,
  FileSystemTree,
  SpawnOptions,
  WebContainer as Vendors,
  WebContainerProcess,
} from '@webcontainer/api'
import type { ProcessEvent } from './processes.ts'

declare const STAND_IN_ORIGIN: string

/** Every public member of the package's class; the private ones are its own business. */
type Surface = { [Name in keyof Vendors]: Vendors[Name] }
type Statics = { boot(...options: Parameters<typeof Vendors.boot>): Promise<Surface> }

async function call(name: string, body: object | Uint8Array<ArrayBuffer>): Promise<unknown> {
  const answer = await fetch(`${STAND_IN_ORIGIN}/${name}`, {
    method: 'POST',
    body: body instanceof Uint8Array ? body : JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`)
  return answer.json()
}

/** Bytes; the snapshot is more. */
const LARGE = 8_000_000

function missing(name: string): never {
  throw new Error(`The stand-in has no ${name}.`)
}

function makeFolder(path: string, options?: { recursive?: false }): Promise<void>
function makeFolder(path: string, options: { recursive: true }): Promise<string>
async function makeFolder(path: string): Promise<string | void> {
  await call('mkdir', { path })
  return path
}

interface Opened {
  readonly output: ReadableStreamDefaultController<string>
  exit(code: number): void
}

class StandInContainer implements Surface {
  readonly path = '/usr/bin'
  readonly workdir: string
  readonly #processes = new Map<number, Opened>()
  /** Of processes whose number is not known here yet. */
  readonly #early: ProcessEvent[] = []
  readonly #leaving = new AbortController()

  constructor(workdir: string) {
    this.workdir = workdir
  }

  readonly fs: Vendors['fs'] = {
    async writeFile(path, content) {
      const isText = typeof content === 'string'
      const text = isText ? content : btoa(String.fromCharCode(...content))
      await call('write', { path, content: text, base64: !isText })
    },
    mkdir: makeFolder,
    async rm(path) {
      await call('rm', { path })
    },
    readdir: async () => missing('fs.readdir'),
    readFile: async () => missing('fs.readFile'),
    rename: async () => missing('fs.rename'),
    watch: () => missing('fs.watch'),
  }

  listen(): void {
    void this.#read().catch(() => undefined) // Torn down.
  }

  async mount(tree: FileSystemTree | Uint8Array | ArrayBuffer): Promise<void> {
    if (tree instanceof Uint8Array || tree instanceof ArrayBuffer) missing('binary mount')
    const packed = packFiles(tree)
    if (packed.byteLength < LARGE) await call('mount', packed)
    else await call('mount-snapshot', { hash: await hashOf(packed) })
  }

  async spawn(
    command: string,
    second?: string[] | SpawnOptions,
    third?: SpawnOptions,
  ): Promise<WebContainerProcess> {
    const args = Array.isArray(second) ? second : []
    const { env = {} } = (Array.isArray(second) ? third : second) ?? {}
    const id = Number(await call('spawn', { command, args, env }))
    return this.#open(id)
  }

  teardown(): void {
    this.#leaving.abort()
    void call('teardown', {})
  }

  on = () => missing('on')
  export = async () => missing('export')
  setPreviewScript = async () => missing('setPreviewScript')

  #open(id: number): WebContainerProcess {
    let exit: Opened['exit'] = () => undefined
    const ended = new Promise<number>((resolve) => {
      exit = resolve
    })
    const output = new ReadableStream<string>({
      start: (controller) => {
        this.#processes.set(id, { output: controller, exit })
      },
    })
    for (const event of this.#early.filter(({ process }) => process === id)) this.#take(event)
    return {
      output,
      exit: ended,
      // One after the other: a stream hands out the next piece when this one has arrived.
      input: new WritableStream<string>({
        async write(text) {
          await call('input', { process: id, text })
        },
      }),
      kill: () => void call('kill', { process: id }),
      resize: () => undefined,
    }
  }

  async #read(): Promise<void> {
    const { signal } = this.#leaving
    while (!signal.aborted) {
      const answer = await fetch(`${STAND_IN_ORIGIN}/events`, { signal })
      const events: readonly ProcessEvent[] | null = await answer.json()
      if (events === null) return
      for (const event of events) {
        if (this.#processes.has(event.process)) this.#take(event)
        else this.#early.push(event)
      }
    }
  }

  #take(event: ProcessEvent): void {
    const opened = this.#processes.get(event.process)
    if (!opened) return
    if ('text' in event) return opened.output.enqueue(event.text)
    this.#processes.delete(event.process)
    opened.output.close()
    opened.exit(event.exit)
  }
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function packFiles(tree: FileSystemTree): Uint8Array<ArrayBuffer> {
  const files = [...listFiles(tree, '')]
  const encoder = new TextEncoder()
  const list = encoder.encode(
    JSON.stringify(files.map(({ path, content }) => ({ path, size: content.byteLength }))),
  )
  const size = files.reduce((sum, { content }) => sum + content.byteLength, 4 + list.byteLength)
  const packed = new Uint8Array(size)
  new DataView(packed.buffer).setUint32(0, list.byteLength)
  packed.set(list, 4)
  let at = 4 + list.byteLength
  for (const { content } of files) {
    packed.set(content, at)
    at += content.byteLength
  }
  return packed
}

function* listFiles(
  tree: FileSystemTree,
  folder: string,
): Generator<{ path: string; content: Uint8Array }> {
  for (const [name, node] of Object.entries(tree)) {
    const path = folder + name
    if ('directory' in node) yield* listFiles(node.directory, `${path}/`)
    else if ('contents' in node.file) {
      const { contents } = node.file
      yield {
        path,
        content: typeof contents === 'string' ? new TextEncoder().encode(contents) : contents,
      }
    }
  }
}

/** Named as the package names it: the engine imports it from there. */
export const WebContainer = {
  async boot(options?: BootOptions): Promise<StandInContainer> {
    if (options?.coep !== 'credentialless' || !crossOriginIsolated)
      throw new Error('A real container would not boot here.')
    const booted = await call('boot', {})
    const hasFolder = typeof booted === 'object' && booted !== null && 'workdir' in booted
    const container = new StandInContainer(hasFolder ? String(booted.workdir) : '')
    container.listen()
    return container
  },
} satisfies Statics
