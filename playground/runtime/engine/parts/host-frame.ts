// The site's end of host.html: a hidden page of the preview origin that holds the workers. Runs on the page.
import { openHiddenFrame } from '../../preview/hidden-frame.ts'
import { createFailure } from '../../wire/failure.ts'
import type { HostConnect, HostHello, HostOffer, NoOffer } from '../../wire/message.ts'
import { PREVIEW_ORIGIN } from '../../wire/origins.ts'
import { openPort, type Port } from '../../wire/port.ts'

export interface HostFrame {
  readonly port: Port<HostOffer, NoOffer>
  /** False when the page hangs, or when its process is gone. */
  answers(): Promise<boolean>
  remove(): void
}

const HELLO: HostHello['type'] = 'both-ends-host-ready'
/** Milliseconds. The page has next to nothing to do. */
const ANSWER_DEADLINE = 2_000

/** Opened before anybody asked for it; whoever asks first gets it. */
let ahead: Promise<HostFrame | null> | null = null

/** So that a start need not wait for its page. Never rejects: the start then opens its own, and says what is wrong. */
export async function openHostFrameAhead(): Promise<void> {
  ahead ??= openNow().catch(() => null)
  await ahead
}

export async function openHostFrame(): Promise<HostFrame> {
  const waiting = await ahead
  ahead = null
  if (!waiting) return openNow()
  // It may have waited for an hour, and the browser may have taken its process since.
  if (await waiting.answers()) return waiting
  waiting.remove()
  return openNow()
}

async function openNow(): Promise<HostFrame> {
  const frame = await openHiddenFrame('host.html', 'Engine room', HELLO)
  const { port1, port2 } = new MessageChannel()
  const connect: HostConnect = { type: 'both-ends-host-connect' }
  frame.window.postMessage(connect, PREVIEW_ORIGIN, [port2])
  const port = openPort<HostOffer, NoOffer>(port1, {})
  return {
    port,
    answers: () =>
      port.call('ping', null, { deadline: ANSWER_DEADLINE, stage: 'host' }).then(
        () => true,
        () => false,
      ),
    remove() {
      port.close(createFailure('host', 'stopped', 'The engine was stopped.'))
      frame.remove()
    },
  }
}
