// tab.html: the learner's app in a browser tab of its own. This partition of the preview origin is another one
// than the lesson's (browsers.md, "Two origins", c), so it has a service worker of its own, whose requests go
// over a port to the lesson's broker. It lives as long as the tab that opened it.
import type { GuestConnect, GuestHello, TabConnect, TabHello } from '../wire/message.ts'
import { SITE_ORIGIN } from '../wire/origins.ts'
import type { OpenRequest } from '../wire/request-port.ts'
import { activateServiceWorker, keepServiceWorkerAwake } from './service-worker-registration.ts'

const opener: Window | null = window.opener
let broker: MessagePort | null = null

function say(text: string): void {
  const line = document.querySelector('[role=status]')
  if (line) line.textContent = text
}

function showApp(path: string): void {
  const iframe = document.createElement('iframe')
  iframe.title = 'Your app'
  iframe.src = new URL(path, window.location.origin).href
  document.body.replaceChildren(iframe)
  window.addEventListener('message', (event: MessageEvent<GuestHello>) => {
    const target = iframe.contentWindow
    if (!target || event.source !== target || event.origin !== window.location.origin) return
    if (event.data?.type !== 'both-ends-guest-ready') return
    const { port1, port2 } = new MessageChannel()
    const connect: GuestConnect = { type: 'both-ends-guest-connect' }
    target.postMessage(connect, window.location.origin, [port2])
    opener?.postMessage({ type: 'both-ends-tab-guest' } satisfies TabHello, SITE_ORIGIN, [port1])
  })
}

navigator.serviceWorker?.addEventListener('message', (event: MessageEvent<OpenRequest>) => {
  const [port] = event.ports
  if (event.data.type === 'request' && port) broker?.postMessage(event.data, [port])
})
navigator.serviceWorker?.startMessages()

window.addEventListener('message', (event: MessageEvent<TabConnect>) => {
  const fromOpener = event.source === opener && event.origin === SITE_ORIGIN
  const [port] = event.ports
  if (!fromOpener || event.data?.type !== 'both-ends-tab-connect' || !port) return
  broker = port
  showApp(event.data.path)
})

async function open(): Promise<void> {
  if (!opener) {
    say(
      'This page shows the app of an open lesson. Open it with the “Open in new tab” button there.',
    )
    return
  }
  try {
    keepServiceWorkerAwake(await activateServiceWorker())
    opener.postMessage({ type: 'both-ends-tab-ready' } satisfies TabHello, SITE_ORIGIN)
  } catch {
    // The reason is the browser's setting; the sentence says what to change.
    say(
      'This browser does not allow service workers here. Allow site data for this page and open it again.',
    )
  }
}

void open()
