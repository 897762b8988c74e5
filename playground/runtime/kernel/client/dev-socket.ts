// Stands in for the WebSocket between Next's development client and its dev server, in the learner's page. The client opens
// it as ever; what it would have heard is said by `say`, what it says goes to `onSent`. Every other WebSocket is real.

const DEV_SERVER = /\/_next\/(webpack-)?hmr(\?|$)/
/** Every 2.5 s, to tell a dev server which pages are open; the kernel compiles what is asked for. */
const PING = /"event":"ping"/

export interface DevSocket {
  /** To every open socket: JSON or bytes, as Next's dev server sends them. */
  say(message: object | ArrayBuffer): void
}

class StandIn extends EventTarget {
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
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3
  readonly #onSent: (text: string) => void

  constructor(url: string, onSent: (text: string) => void, onOpen: (socket: StandIn) => void) {
    super()
    this.url = url
    this.#onSent = onSent
    // As a real one: never open before the code that made it has set its listeners.
    setTimeout(() => {
      if (this.readyState !== this.CONNECTING) return
      this.readyState = this.OPEN
      this.#emit(new Event('open'))
      onOpen(this)
    }, 0)
  }

  send(message: unknown): void {
    const text = String(message)
    if (!PING.test(text)) this.#onSent(text)
  }

  close(): void {
    if (this.readyState === this.CLOSED) return
    this.readyState = this.CLOSED
    this.#emit(new CloseEvent('close', { code: 1000, wasClean: true }))
  }

  receive(content: string | ArrayBuffer): void {
    if (this.readyState === this.OPEN) this.#emit(new MessageEvent('message', { data: content }))
  }

  #emit(event: Event): void {
    const listener: unknown = Reflect.get(this, `on${event.type}`)
    if (typeof listener === 'function') Reflect.apply(listener, this, [event])
    this.dispatchEvent(event)
  }
}

/**
 * @param onOpen answers a client that has just connected, as the dev server's first message does
 * @param onSent what the client says, JSON text
 */
export function replaceDevSocket(
  onOpen: (say: DevSocket['say']) => void,
  onSent: (text: string) => void,
): DevSocket {
  const open = new Set<StandIn>()
  const encode = (message: object | ArrayBuffer) =>
    message instanceof ArrayBuffer ? message : JSON.stringify(message)
  globalThis.WebSocket = new Proxy(globalThis.WebSocket, {
    construct(target, values: [url: string | URL, protocols?: string], newTarget) {
      const url = String(values[0])
      if (!DEV_SERVER.test(url)) return Reflect.construct(target, values, newTarget)
      const socket = new StandIn(url, onSent, (opened) =>
        onOpen((message) => opened.receive(encode(message))),
      )
      open.add(socket)
      socket.addEventListener('close', () => open.delete(socket))
      return socket
    },
  })
  return {
    say(message) {
      for (const socket of open) socket.receive(encode(message))
    },
  }
}
