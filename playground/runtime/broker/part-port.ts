// The broker's end of the port to one part. The part may not be there yet, or be replaced: requests wait for it,
// and requests under way to one that was ended fail. Runs anywhere; knows no deadline of its own.
import { createFailure, FailureError } from '../wire/failure.ts'
import type { HeldMessage } from '../wire/message.ts'
import { askOver, type WireRequest, type WireResponse } from '../wire/request-port.ts'
import { untilAborted } from './deadline.ts'
import { nameOf } from './route.ts'

interface Connection {
  readonly port: MessagePort
  /** Aborts with a failure when the part ends. */
  readonly ended: AbortController
}

export class PartPort {
  readonly #place: 'next' | 'fastapi'
  #connection: Connection | null = null
  #hasAnswered = false
  #isSlow = false
  /** Requests that came while the part was starting. */
  #waiting: ((connection: Connection) => void)[] = []

  constructor(place: 'next' | 'fastapi') {
    this.#place = place
  }

  /** Its worker was started, and it has not answered anything yet. A slow one may compile before any answer. */
  get isStarting(): boolean {
    return this.#connection !== null && (this.#isSlow || !this.#hasAnswered)
  }

  connect(port: MessagePort, isSlow = false): void {
    this.disconnect()
    this.#isSlow = isSlow
    this.#connection = { port, ended: new AbortController() }
    this.#hasAnswered = false
    for (const goOn of this.#waiting.splice(0)) goOn(this.#connection)
  }

  /** The part was ended: what is under way fails, what comes waits for the next connect. */
  disconnect(): void {
    if (!this.#connection) return
    const name = nameOf(this.#place)
    const message = `${name} was ended before it answered.`
    this.#connection.ended.abort(
      new FailureError(createFailure(this.#place, 'worker-died', message)),
    )
    this.#connection.port.close()
    this.#connection = null
  }

  /** Nothing where it does not run. */
  tell(message: HeldMessage): void {
    this.#connection?.port.postMessage(message)
  }

  /** Waits for the part when it is starting, until `request.signal` aborts. */
  async ask(request: WireRequest): Promise<WireResponse> {
    const { port, ended } = await untilAborted(this.#whenConnected(), request.signal)
    const signal = AbortSignal.any([request.signal, ended.signal])
    const answer = await askOver(port, { ...request, signal })
    this.#hasAnswered = true
    return answer
  }

  #whenConnected(): Promise<Connection> {
    const connection = this.#connection
    if (connection) return Promise.resolve(connection)
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}
