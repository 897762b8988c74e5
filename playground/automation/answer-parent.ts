// The frame's side of docs/embedding, "The messages": says that it is there, takes the port of the page around it, and
// makes each call on window.bothEnds, which parses what it is given. There is no other way in. Runs on the site's page,
// in a frame that was opened with ?embed=driven; who is around it may be anybody (decisions/0013).
import * as v from 'valibot'
import { createFailure, FailureError, toFailure, type Failure } from '../runtime/wire/failure.ts'
import type { PlaygroundSession } from '../session/session.ts'
import type { BothEnds } from './both-ends.ts'
import {
  EMBED_VERSION,
  isMethodName,
  type EventName,
  type EmbedEvents,
  type FromFrame,
  type Here,
} from './embed-messages.ts'
import { parseInput } from './parse-input.ts'
import { watchExchanges } from './watch-exchanges.ts'

const connectSchema = v.object({
  bothEnds: v.literal('connect'),
  version: v.number(),
  files: v.optional(v.unknown()),
})

const callSchema = v.object({
  type: v.literal('call'),
  id: v.pipe(v.number(), v.integer()),
  method: v.string(),
  args: v.pipe(v.array(v.unknown()), v.maxLength(2)),
})

/** What the page around us gave with its port. */
export interface Parent {
  /** `https://lectures.example`, or `null` in text when it has none, as a file on disk. */
  readonly origin: string
  readonly files: Readonly<Record<string, string | Uint8Array>> | null
  readonly port: MessagePort
}

/** Calls `onParent` for each port that is good. A new one takes the place of the one before. */
export function listenForParent(frame: Window, onParent: (parent: Parent) => void): void {
  if (frame.parent === frame) return
  frame.addEventListener('message', (event) => {
    const [port] = event.ports
    if (event.source !== frame.parent || !port) return
    const message = v.safeParse(connectSchema, event.data)
    if (!message.success) return
    try {
      onParent({ origin: event.origin, files: readConnect(message.output), port })
    } catch (cause) {
      send(port, { type: 'refused', failure: toFailure('embed', cause) })
    }
  })
  const here: Here = { bothEnds: 'here', version: EMBED_VERSION }
  // To any origin: which one it is cannot be known, and the message says nothing.
  frame.parent.postMessage(here, '*')
}

function readConnect({ version, files }: v.InferOutput<typeof connectSchema>): Parent['files'] {
  if (version !== EMBED_VERSION)
    throw new FailureError(
      createFailure(
        'embed',
        'bad-input',
        `The page speaks version ${String(version)} of these messages and the frame version ${String(EMBED_VERSION)}: load both from the same site.`,
      ),
    )
  return files === undefined ? null : parseInput('workspace', { files }).files
}

/** Answers what comes over the port until the port is closed by the one who ends this. */
export function answerParent(
  port: MessagePort,
  bothEnds: BothEnds,
  session: Promise<PlaygroundSession>,
): () => void {
  let stop = () => {}
  let isOver = false
  port.addEventListener('message', (event) => {
    const call = v.safeParse(callSchema, event.data)
    // Without an id there is nobody to answer.
    if (call.success) void makeCall(port, bothEnds, call.output)
  })
  port.start()
  send(port, { type: 'welcome', version: EMBED_VERSION })
  session.then(
    (opened) => {
      if (!isOver) stop = emitEvents(opened, (name, detail) => emit(port, name, detail))
    },
    (cause: unknown) => emit(port, 'failure', toFailure('open', cause)),
  )
  return () => {
    isOver = true
    stop()
    port.close()
  }
}

async function makeCall(
  port: MessagePort,
  bothEnds: BothEnds,
  { id, method, args }: v.InferOutput<typeof callSchema>,
): Promise<void> {
  try {
    if (!isMethodName(method))
      throw new FailureError(
        createFailure('embed', 'bad-input', `There is no method ${method.slice(0, 40)}.`),
      )
    const value: unknown = await Reflect.apply(bothEnds[method], bothEnds, args)
    send(port, { type: 'answer', id, value })
  } catch (cause) {
    send(port, { type: 'failed', id, failure: toFailure(method, cause) })
  }
}

function emit<Name extends EventName>(port: MessagePort, name: Name, detail: EmbedEvents[Name]) {
  port.postMessage({ type: 'event', name, detail })
}

function send(port: MessagePort, message: FromFrame): void {
  port.postMessage(message)
}

/** What the session tells without being asked, as long as the answer is not called. */
function emitEvents(
  session: PlaygroundSession,
  tell: <Name extends EventName>(name: Name, detail: EmbedEvents[Name]) => void,
): () => void {
  let before = session.status.get()
  let failed: Failure | null = null
  const onStatus = () => {
    const now = session.status.get()
    if (now.stages !== before.stages) tell('stage', now.stages)
    if (now.engine === 'running' && before.engine !== 'running') tell('ready', null)
    if (now.failure !== null && now.failure !== failed) tell('failure', now.failure)
    failed = now.failure
    before = now
  }
  tell('stage', before.stages)
  if (before.engine === 'running') tell('ready', null)
  const stops = [
    session.status.subscribe(onStatus),
    watchExchanges(session.exchanges, (exchange) => tell('trace', exchange)),
  ]
  return () => stops.forEach((stop) => stop())
}
