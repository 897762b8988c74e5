// Entry of client.js, development flavour: runs in the learner's page around webpack's runtime (tools/kernel-build,
// client-bundle.mjs). Fast Refresh, the stand-in for the dev server's WebSocket, and the late overlay. Next's own development
// client does the rest: it hears the messages that its dev server would send.
import refreshRuntime from 'react-refresh/runtime'
import type {
  KernelFlags,
  KernelPageMessage,
  PageWebpackRequire,
  WebpackRequire,
} from '../contract.ts'
import { replaceDevSocket, type DevSocket } from './dev-socket.ts'
import { applyUpdate, type Update } from './fast-refresh.ts'
import { setFlagsFromScript } from './flags.ts'
import { listenToKernel, sendToKernel } from './guest-port.ts'
import { createOverlayStandIn, type Overlay } from './overlay-stand-in.ts'
import { completeRequire, type BuiltRequire } from './page-require.ts'

declare global {
  interface Window {
    /** Next's own: its App Router, once the page is hydrated. */
    readonly next?: { readonly router?: { refresh(): void } }
    /** Next's App Router puts it there in an effect of its first render, in development. */
    readonly nd?: object
  }
}

/** Milliseconds. A page that has not hydrated by then has an error that only a reload mends. */
const HYDRATION_LIMIT = 10_000
const SETTLE_TIME = 500

/** Next's router throws when it is asked for anything before its first render. */
function whenHydrated(work: () => void): void {
  const deadline = performance.now() + HYDRATION_LIMIT
  if (window.nd) return work()
  const look = () => {
    // What is asked for in the first moments after the first render is lost in it (seen 24 Nov 2026).
    if (window.nd || performance.now() > deadline) setTimeout(work, SETTLE_TIME)
    else setTimeout(look, 20)
  }
  look()
}

const NEXT = '(app-pages-browser)/./node_modules/next/dist'
const OVERLAY = `${NEXT}/compiled/next-devtools/index.js`
const RUNTIME_ERRORS = `${NEXT}/client/dev/runtime-error-handler.js`
/** Reads `document.currentScript` while it is evaluated: later it would be null. */
const ASSET_PREFIX = `${NEXT}/client/dev/hot-reloader/app/asset-prefix.js`
/** What overlay.js puts into the table. */
const REAL_OVERLAY = 'kernel/overlay'

let scriptAddress = ''
let nextVersion = ''

/** Before any module is evaluated. */
export function prepare(defaults: KernelFlags, version: string): void {
  nextVersion = version
  scriptAddress = setFlagsFromScript(defaults)
  // React looks for the hook while react-dom is evaluated.
  refreshRuntime.injectIntoGlobalHook(globalThis)
}

/** When webpack's runtime stands, before Next's client starts. */
export function complete(built: BuiltRequire): void {
  const table = Object.assign(completeRequire(built), {
    refresh: registerFor,
  }) satisfies PageWebpackRequire
  const overlay = createOverlayStandIn(() => loadOverlay(table))
  table.m[OVERLAY] = (module) => {
    module.exports = overlay.exports
  }
  table(ASSET_PREFIX)
  overlay.loadWhenIdle()
  const page = new DevelopmentPage(table, overlay.exports, built.h?.() ?? '')
  listenToKernel((message) => page.receive(message))
  sendToKernel({ type: 'hello', flavour: 'development' })
}

function registerFor(id: string): ReturnType<PageWebpackRequire['refresh']> {
  return [
    (type, name) => refreshRuntime.register(type, `${id} ${name}`),
    () => refreshRuntime.createSignatureFunctionForTransform(),
  ]
}

function loadOverlay(table: WebpackRequire): Promise<Overlay> {
  const script = document.createElement('script')
  script.src = scriptAddress.replace(/client\.js/, 'overlay.js')
  return new Promise((resolve, reject) => {
    script.onload = () => resolve(table(REAL_OVERLAY) as Overlay) // the harvested module itself
    script.onerror = () => reject(new Error(`${script.src} did not load.`))
    document.head.append(script)
  })
}

class DevelopmentPage {
  readonly #table: WebpackRequire
  readonly #overlay: Overlay
  readonly #buildHash: string
  readonly #socket: DevSocket
  #errors: readonly string[] = []

  constructor(table: WebpackRequire, overlay: Overlay, buildHash: string) {
    this.#table = table
    this.#overlay = overlay
    this.#buildHash = buildHash
    this.#socket = replaceDevSocket(
      (say) => say(this.#statusMessage('sync')),
      (text) => sendToKernel({ type: 'dev', message: JSON.parse(text) }),
    )
  }

  receive(message: KernelPageMessage): void {
    switch (message.type) {
      case 'update':
        return whenHydrated(() => this.#update(message))
      case 'errors':
        return this.#showErrors(message.errors)
      case 'render-errors':
        return this.#socket.say(binaryMessage(message.flight))
      case 'dev':
        return this.#socket.say(message.message)
      case 'refresh':
        return whenHydrated(() => this.#refresh())
      case 'reload':
        return location.reload()
      default:
        message satisfies never
    }
  }

  /** Not Next's own refresh after an edit: that one keeps the answers of `fetch`, and those are what changed. */
  #refresh(): void {
    const { router } = window.next ?? {}
    if (this.#hadRuntimeError() || !router) location.reload()
    else router.refresh()
  }

  #update(update: Update): void {
    const { version } = update
    this.#overlay.dispatcher['onBeforeRefresh']?.()
    if (this.#hadRuntimeError() || !this.#apply(update)) {
      sendToKernel({ type: 'applied', version, outcome: 'reloading' })
      return location.reload()
    }
    // Another page's chunk holds more than what changed: it is loaded when the reader goes there.
    for (const [chunk, ids] of Object.entries(update.chunks))
      if (ids.every((id) => this.#table.m[id])) markChunkLoaded(chunk)
    this.#showErrors([])
    this.#overlay.dispatcher['onRefresh']?.()
    if (update.refreshServer)
      this.#socket.say({ type: 'serverComponentChanges', hash: String(version) })
    sendToKernel({ type: 'applied', version, outcome: 'refreshed' })
  }

  #apply(update: Update): boolean {
    try {
      return applyUpdate(this.#table, refreshRuntime, update) === 'refreshed'
    } catch (cause) {
      // A module that throws while it is evaluated: the reloaded page shows it as its own error.
      console.error(cause)
      return false
    }
  }

  /** Next's rule: after an error that unmounted the tree, only a reload brings the page back. */
  #hadRuntimeError(): boolean {
    const handler: unknown = this.#table.c[RUNTIME_ERRORS]?.exports
    const state: unknown =
      typeof handler === 'object' && handler !== null
        ? Reflect.get(handler, 'RuntimeErrorHandler')
        : null
    return (
      typeof state === 'object' && state !== null && Reflect.get(state, 'hadRuntimeError') === true
    )
  }

  #showErrors(errors: readonly string[]): void {
    const wasClean = this.#errors.length === 0
    this.#errors = errors
    if (wasClean && errors.length === 0) return
    // Next's client measures from one to the other.
    this.#socket.say({ type: 'building' })
    this.#socket.say(this.#statusMessage('built'))
  }

  /** The build's own hash: another would make Next's client ask webpack for updates. */
  #statusMessage(type: 'sync' | 'built'): object {
    const errors = this.#errors.map((message) => ({ message }))
    const status = { type, hash: this.#buildHash, errors, warnings: [] }
    return type === 'built'
      ? status
      : {
          ...status,
          versionInfo: { staleness: 'unknown', installed: nextVersion },
          devIndicator: { disabledUntil: 0 },
        }
  }
}

function markChunkLoaded(chunk: string): void {
  const chunks: unknown = Reflect.get(globalThis, 'webpackChunk_N_E')
  if (Array.isArray(chunks)) chunks.push([[chunk], {}])
}

/** A binary message of Next's dev server: type 1, then a Flight stream of the errors. */
function binaryMessage(flight: Uint8Array): ArrayBuffer {
  const bytes = new Uint8Array(flight.byteLength + 1)
  bytes[0] = 1
  bytes.set(flight, 1)
  return bytes.buffer
}
