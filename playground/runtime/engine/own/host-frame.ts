// The site's end of host.html: a hidden iframe on the preview origin that holds the workers. Runs on the page.
import { createFailure, FailureError } from '../../wire/failure.ts'
import type { HostConnect, HostHello, HostOffer, NoOffer } from '../../wire/message.ts'
import { HOST_PREFIX } from '../../wire/message.ts'
import { PREVIEW_ORIGIN } from '../../wire/origins.ts'
import { openPort, type Port } from '../../wire/port.ts'

export interface HostFrame {
  readonly port: Port<HostOffer, NoOffer>
  remove(): void
}

/** Milliseconds until host.html must have said hello. */
const HELLO_DEADLINE = 20_000

export async function openHostFrame(): Promise<HostFrame> {
  const iframe = document.createElement('iframe')
  iframe.hidden = true
  iframe.title = 'Engine room'
  iframe.setAttribute('aria-hidden', 'true')
  iframe.tabIndex = -1
  iframe.src = `${PREVIEW_ORIGIN}${HOST_PREFIX}host.html`
  const hello = waitForHello(iframe)
  document.body.append(iframe)
  try {
    const window = await hello
    const { port1, port2 } = new MessageChannel()
    window.postMessage({ type: 'both-ends-host-connect' } satisfies HostConnect, PREVIEW_ORIGIN, [
      port2,
    ])
    const port = openPort<HostOffer, NoOffer>(port1, {})
    return {
      port,
      remove() {
        port.close(createFailure('host', 'stopped', 'The engine was stopped.'))
        iframe.remove()
      },
    }
  } catch (cause) {
    iframe.remove()
    throw cause
  }
}

function waitForHello(iframe: HTMLIFrameElement): Promise<Window> {
  return new Promise((resolve, reject) => {
    const onMessage = (event: MessageEvent<HostHello>) => {
      const source = iframe.contentWindow
      if (!source || event.source !== source || event.origin !== PREVIEW_ORIGIN) return
      if (event.data?.type !== 'both-ends-host-ready') return
      finish()
      resolve(source)
    }
    const timer = setTimeout(() => {
      finish()
      const message = `${PREVIEW_ORIGIN} did not answer within ${HELLO_DEADLINE / 1000} s.`
      reject(new FailureError(createFailure('host', 'deadline', message)))
    }, HELLO_DEADLINE)
    const finish = () => {
      clearTimeout(timer)
      window.removeEventListener('message', onMessage)
    }
    window.addEventListener('message', onMessage)
  })
}
