// A typed MessagePort for control: calls with a deadline, and events. Requests of the app do not travel here
// (request-port.ts). Runs anywhere, Node included.
import { createFailure, FailureError, toFailure, type Failure } from './failure.ts'

/** What one side offers: calls it answers, events it emits. */
export interface Offer {
  readonly calls: object
  readonly events: object
}

type Argument<Call> = Call extends (argument: infer In) => unknown ? In : never
type Answer<Call> = Call extends (argument: never) => infer Out ? Awaited<Out> : never

export type Answers<Calls> = {
  readonly [Name in keyof Calls]: (
    argument: Argument<Calls[Name]>,
  ) => Given<Answer<Calls[Name]>> | Promise<Given<Answer<Calls[Name]>>>
}

/** An answer with things to transfer rather than copy. */
export class Transferred<T> {
  readonly value: T
  readonly transfer: Transferable[]
  constructor(value: T, transfer: Transferable[]) {
    this.value = value
    this.transfer = transfer
  }
}

type Given<T> = T | Transferred<T>

interface CallOptions {
  /** Milliseconds; the call then rejects with a failure that names `stage`. */
  readonly deadline: number
  readonly stage: string
  readonly transfer?: Transferable[]
}

type Message =
  | {
      readonly type: 'call'
      readonly id: number
      readonly name: string
      readonly argument: unknown
    }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly type: 'event'; readonly name: string; readonly value: unknown }

/** What a port needs of the thing below it: a MessagePort, a Worker, a worker's own scope. */
export interface PortEndpoint {
  postMessage(message: unknown, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  start?(): void
  close?(): void
}

export interface Port<Theirs extends Offer, Mine extends Offer> {
  call<Name extends keyof Theirs['calls'] & string>(
    name: Name,
    argument: Argument<Theirs['calls'][Name]>,
    options: CallOptions,
  ): Promise<Answer<Theirs['calls'][Name]>>
  emit<Name extends keyof Mine['events'] & string>(
    name: Name,
    value: Mine['events'][Name],
    transfer?: Transferable[],
  ): void
  on<Name extends keyof Theirs['events'] & string>(
    name: Name,
    listener: (value: Theirs['events'][Name]) => void,
  ): () => void
  /** Rejects every call under way with this failure and lets go of the endpoint. */
  close(failure?: Failure): void
}

/** Milliseconds: the longest time a timer can hold, about 24 days. */
const LONGEST_DEADLINE = 2 ** 31 - 1

interface Waiting {
  resolve(value: unknown): void
  reject(cause: unknown): void
  timer: ReturnType<typeof setTimeout>
}

/** `answers` is what this side offers; a side that answers nothing passes {}. */
export function openPort<Theirs extends Offer, Mine extends Offer>(
  endpoint: PortEndpoint,
  answers: Answers<Mine['calls']>,
): Port<Theirs, Mine> {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, Set<(value: never) => void>>()
  const answerTable = new Map<string, (argument: never) => unknown>(Object.entries(answers))
  let lastId = 0
  let closedBy: Failure | null = null

  const post = (message: Message, transfer: Transferable[] = []) => {
    endpoint.postMessage(message, transfer)
  }

  const answerCall = async (id: number, name: string, argument: never) => {
    try {
      const answer = answerTable.get(name)
      if (!answer)
        throw new FailureError(createFailure(name, 'bad-input', `No call named ${name}.`))
      const value = await answer(argument)
      if (value instanceof Transferred)
        post({ type: 'answer', id, value: value.value }, value.transfer)
      else post({ type: 'answer', id, value })
    } catch (cause) {
      post({ type: 'failed', id, failure: toFailure(name, cause) })
    }
  }

  const settle = (id: number): Waiting | undefined => {
    const entry = waiting.get(id)
    if (entry) clearTimeout(entry.timer)
    waiting.delete(id)
    return entry
  }

  const onMessage = (event: MessageEvent) => {
    const message: Message | null = event.data
    switch (message?.type) {
      case 'call':
        void answerCall(message.id, message.name, message.argument as never)
        return
      case 'answer':
        return settle(message.id)?.resolve(message.value)
      case 'failed':
        return settle(message.id)?.reject(new FailureError(message.failure))
      case 'event':
        for (const listener of listeners.get(message.name) ?? []) listener(message.value as never)
        return
      default:
        // Other traffic may share the endpoint (request-port.ts opens requests on it).
        message satisfies null | undefined
    }
  }
  endpoint.addEventListener('message', onMessage)
  endpoint.start?.()

  return {
    call(name, argument, { deadline, stage, transfer }) {
      if (closedBy) return Promise.reject(new FailureError(closedBy))
      const id = ++lastId
      return new Promise((resolve, reject) => {
        const onDeadline = () => {
          const seconds = Math.round(deadline / 100) / 10
          settle(id)?.reject(
            new FailureError(
              createFailure(stage, 'deadline', `No answer after ${seconds} s (${stage}).`),
            ),
          )
        }
        // setTimeout takes a deadline over 2^31 ms for none at all and fires at once.
        const timer = setTimeout(onDeadline, Math.min(deadline, LONGEST_DEADLINE))
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, timer })
        try {
          post({ type: 'call', id, name, argument }, transfer)
        } catch (cause) {
          settle(id)?.reject(new FailureError(createFailure(stage, 'bad-input', String(cause))))
        }
      })
    },
    emit(name, value, transfer) {
      if (!closedBy) post({ type: 'event', name, value }, transfer)
    },
    on(name, listener) {
      const known = listeners.get(name) ?? new Set()
      known.add(listener)
      listeners.set(name, known)
      return () => known.delete(listener)
    },
    close(failure = createFailure('port', 'stopped', 'The port was closed.')) {
      if (closedBy) return
      closedBy = failure
      for (const id of [...waiting.keys()]) settle(id)?.reject(new FailureError(failure))
      endpoint.removeEventListener('message', onMessage)
      endpoint.close?.()
    },
  }
}
