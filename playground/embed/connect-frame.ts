// The embedder's side of docs/embedding, "The messages": the handshake with the frame, calls with their deadlines, and
// events. Only the frame itself, on the site's origin, is listened to. Runs on the embedder's page.
import {
  EMBED_VERSION,
  type Call,
  type Connect,
  type EmbedEvents,
  type EventName,
  type FromFrame,
  type Here,
  type MethodName,
} from '../automation/embed-messages.ts'
import type { Failure } from '../runtime/wire/failure.ts'

/** A slow network loads the page in the frame within this; a frame that was refused by its host never answers. */
const CONNECT_DEADLINE = 60_000
/** The playground's own waits end sooner, and say what they waited for. This one only bounds a lost answer. */
const CALL_DEADLINE = 240_000

/** One sentence; `failure` is what the playground said, where it was the one. */
export class EmbedError extends Error {
  readonly failure: Failure | null
  constructor(message: string, failure: Failure | null = null) {
    super(message)
    this.name = 'EmbedError'
    this.failure = failure
  }
}

interface Waiting {
  resolve(value: unknown): void
  reject(cause: EmbedError): void
  readonly timer: ReturnType<typeof setTimeout>
}

type Listener = (detail: never) => void

export class FrameConnection {
  readonly #frame: HTMLIFrameElement
  readonly #site: string
  readonly #files: Readonly<Record<string, string>> | undefined
  readonly #listeners = new Map<EventName, Set<Listener>>()
  readonly #waiting = new Map<number, Waiting>()
  readonly #deadline: ReturnType<typeof setTimeout>
  /** Calls made before the frame was there. */
  #unsent: Call[] = []
  #port: MessagePort | null = null
  #ended: EmbedError | null = null
  #count = 0

  constructor(frame: HTMLIFrameElement, site: string, files?: Readonly<Record<string, string>>) {
    this.#frame = frame
    this.#site = site
    this.#files = files
    window.addEventListener('message', this.#onMessage)
    this.#deadline = setTimeout(() => {
      const at = frame.src.split('?', 1)[0] ?? site
      this.close(new EmbedError(`${at} did not answer within ${CONNECT_DEADLINE / 1000} s.`))
    }, CONNECT_DEADLINE)
  }

  call(method: MethodName, args: readonly unknown[]): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended)
    const call: Call = { type: 'call', id: ++this.#count, method, args }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const lost = `${method}() was not answered within ${CALL_DEADLINE / 1000} s.`
        this.#settle(call.id, (one) => one.reject(new EmbedError(lost)))
      }, CALL_DEADLINE)
      this.#waiting.set(call.id, { resolve, reject, timer })
      if (this.#port) this.#send(this.#port, call)
      else this.#unsent.push(call)
    })
  }

  on<Name extends EventName>(
    name: Name,
    listener: (detail: EmbedEvents[Name]) => void,
  ): () => void {
    const those = this.#listeners.get(name) ?? new Set<Listener>()
    this.#listeners.set(name, those.add(listener))
    return () => void those.delete(listener)
  }

  close(cause: EmbedError): void {
    this.#ended ??= cause
    clearTimeout(this.#deadline)
    window.removeEventListener('message', this.#onMessage)
    this.#port?.close()
    this.#port = null
    this.#rejectAll(this.#ended)
  }

  /** Each page that loads in the frame says that it is there, and gets a port of its own. */
  readonly #onMessage = ({ source, origin, data }: MessageEvent): void => {
    const target = this.#frame.contentWindow
    if (!target || source !== target || origin !== this.#site || !isHere(data)) return
    if (data.version !== EMBED_VERSION) {
      const versions = `The frame speaks version ${data.version} of these messages and this module version ${EMBED_VERSION}`
      return this.close(
        new EmbedError(`${versions}: load it from ${this.#site}/embed/both-ends.js.`),
      )
    }
    if (this.#port) this.#rejectAll(new EmbedError('The page in the frame was loaded anew.'))
    this.#port?.close()
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    port1.addEventListener('message', (event: MessageEvent<FromFrame>) =>
      this.#onAnswer(event.data),
    )
    port1.start()
    const files = this.#files && { files: this.#files }
    const connect: Connect = { bothEnds: 'connect', version: EMBED_VERSION, ...files }
    target.postMessage(connect, this.#site, [port2])
    for (const call of this.#unsent) this.#send(port1, call)
    this.#unsent = []
  }

  #onAnswer(message: FromFrame): void {
    if (message.type === 'welcome') return clearTimeout(this.#deadline)
    if (message.type === 'event') {
      for (const listener of this.#listeners.get(message.name) ?? [])
        Reflect.apply(listener, undefined, [message.detail])
      return
    }
    if (message.type === 'answer')
      return this.#settle(message.id, ({ resolve }) => resolve(message.value))
    const cause = new EmbedError(message.failure.message, message.failure)
    if (message.type === 'refused') return this.close(cause)
    this.#settle(message.id, ({ reject }) => reject(cause))
  }

  #send(port: MessagePort, call: Call): void {
    try {
      port.postMessage(call)
    } catch {
      const what = `What ${call.method}() was given cannot be sent to a frame: take text, numbers and plain objects.`
      this.#settle(call.id, ({ reject }) => reject(new EmbedError(what)))
    }
  }

  #settle(id: number, take: (one: Waiting) => void): void {
    const one = this.#waiting.get(id)
    if (!one) return
    this.#waiting.delete(id)
    clearTimeout(one.timer)
    take(one)
  }

  #rejectAll(cause: EmbedError): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id, ({ reject }) => reject(cause))
    this.#unsent = []
  }
}

function isHere(value: unknown): value is Here {
  return (
    typeof value === 'object' &&
    value !== null &&
    'bothEnds' in value &&
    value.bothEnds === 'here' &&
    'version' in value &&
    typeof value.version === 'number'
  )
}
