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

/** `window.next.router`, which Next publishes for its own tests and tools: the page keeps its state. */
function refreshPage(): void {
  // Asked before, Next's router throws. It is there when React has taken the page over.
  const isTaken = Object.keys(document.body).some((key) => key.startsWith('__reactFiber$'))
  if (!isTaken) return void setTimeout(refreshPage, 50)
  const next: unknown = Reflect.get(globalThis, 'next')
  if (!isObject(next)) return
  const published: unknown = Reflect.get(next, 'router')
  if (!isObject(published)) return
  const refresh: unknown = Reflect.get(published, 'refresh')
  if (typeof refresh === 'function') Reflect.apply(refresh, published, [])
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
    if (message.type === 'said') this.#emit(new MessageEvent('message', { data: message.said }))
    else if (message.type === 'refresh') refreshPage()
    else this.close()
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
