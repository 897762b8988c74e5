// In every page of the app when the container runs it: Next's development client opens its socket as ever, and here it
// leads by way of the guest to `next dev`, because no service worker sees a WebSocket. Every other WebSocket is real.
// Runs in the learner's page, a bundle of its own (tools/preview-build), before any script of Next's.
import type { ContainerToPage, PageToContainer } from './page-messages.ts'

const DEV_SERVER = /\/_next\/(webpack-)?hmr(\?|$)/

interface Guest {
  readonly page: string
  onKernelMessage(listener: (message: ContainerToPage) => void): void
  toKernel(message: PageToContainer): void
}

/** The guest put it there before any script of the page ran; a page opened bare has none. */
function findGuest(): Guest | null {
  const found: unknown = Reflect.get(globalThis, '__bothEnds')
  return isGuest(found) ? found : null
}

function isGuest(value: unknown): value is Guest {
  return (
    typeof value === 'object' && value !== null && 'onKernelMessage' in value && 'toKernel' in value
  )
}

/** Milliseconds in which React takes a page over; one that it never takes asks nothing again. */
const TAKEN_DEADLINE = 60_000
const LOOK_EVERY = 50

/** What Next's client answers by asking its router, which throws before React has taken the page over. */
const ASKS_APP_ROUTER =
  /^\{"type":"(serverComponentChanges|addedPage|removedPage|staticParamsChanged)"/

/** Next sets `window.nd` for debugging, when React has taken the page over. */
function findAppRouter(): object | null {
  const published: unknown = Reflect.get(globalThis, 'nd')
  const appRouter: unknown = isObject(published) ? Reflect.get(published, 'router') : null
  return isObject(appRouter) ? appRouter : null
}

function whenTaken(
  go: (appRouter: object) => void,
  until = performance.now() + TAKEN_DEADLINE,
): void {
  const appRouter = findAppRouter()
  if (appRouter) go(appRouter)
  else if (performance.now() < until) setTimeout(() => whenTaken(go, until), LOOK_EVERY)
}

/** What Next shows in place of a page that threw: its own client loads that anew, and so do we. */
function isErrorPage(): boolean {
  return document.documentElement.id === '__next_error__'
}

/** By the router, so that the page keeps its state. */
function refreshPage(): void {
  if (isErrorPage()) return window.location.reload()
  whenTaken((appRouter) => {
    const refresh: unknown = Reflect.get(appRouter, 'refresh')
    if (typeof refresh === 'function') Reflect.apply(refresh, appRouter, [])
  })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

class PassedSocket extends EventTarget {
  readonly url: string
  readonly protocol = ''
  readonly extensions = ''
  readonly bufferedAmount = 0
  binaryType: BinaryType = 'blob'
  readyState: number = WebSocket.CONNECTING
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: Event) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  readonly #id = crypto.randomUUID()
  readonly #guest: Guest

  constructor(url: string, guest: Guest) {
    super()
    this.url = url
    this.#guest = guest
    guest.onKernelMessage((message) => message.socket === this.#id && this.#take(message))
    // As a real one: never open before the code that made it has set its listeners.
    setTimeout(() => {
      const { pathname, search } = new URL(url)
      guest.toKernel({ type: 'open', socket: this.#id, path: pathname + search })
      this.readyState = WebSocket.OPEN
      this.#emit(new Event('open'))
    }, 0)
  }

  send(message: unknown): void {
    if (this.readyState !== WebSocket.OPEN) return
    this.#guest.toKernel({ type: 'say', socket: this.#id, text: String(message) })
  }

  close(): void {
    if (this.readyState === WebSocket.CLOSED) return
    this.readyState = WebSocket.CLOSED
    this.#emit(new CloseEvent('close', { code: 1000, wasClean: true }))
  }

  #take(message: ContainerToPage): void {
    if (this.readyState !== WebSocket.OPEN) return
    if (message.type === 'said') this.#takeSaid(message.said)
    else if (message.type === 'refresh') refreshPage()
    else this.close()
  }

  #takeSaid(data: string | ArrayBuffer): void {
    const say = () => this.#emit(new MessageEvent('message', { data }))
    const mustWait = typeof data === 'string' && ASKS_APP_ROUTER.test(data) && !isErrorPage()
    if (mustWait) whenTaken(say)
    else say()
  }

  #emit(event: Event): void {
    const listener: unknown = Reflect.get(this, `on${event.type}`)
    if (typeof listener === 'function') Reflect.apply(listener, this, [event])
    this.dispatchEvent(event)
  }
}

const guest = findGuest()
if (guest) {
  globalThis.WebSocket = new Proxy(globalThis.WebSocket, {
    construct(target, values: [url: string | URL, protocols?: string], newTarget) {
      const url = new URL(String(values[0]), location.href).href
      if (!DEV_SERVER.test(url)) return Reflect.construct(target, values, newTarget)
      return new PassedSocket(url, guest)
    },
  })
}
