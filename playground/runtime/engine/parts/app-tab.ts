// "Open in new tab": tab.html on the preview origin, which registers the service worker in its own, first-party
// partition and shows the app full size. It lives on ports that its opener gives it. Runs on the site's page.
import type { GuestOffer, NoOffer, TabConnect, TabHello } from '../../wire/message.ts'
import { HOST_PREFIX } from '../../wire/message.ts'
import { PREVIEW_ORIGIN } from '../../wire/origins.ts'
import { openPort, type Port } from '../../wire/port.ts'

interface TabListeners {
  /** A port on which the tab opens requests; the broker must get it. */
  onBrokerPort(port: MessagePort): void
  onGuest(guest: Port<GuestOffer, NoOffer>): void
}

/** Must be called from a click. False when the browser refused the window. */
export function openAppTab(path: string, { onBrokerPort, onGuest }: TabListeners): boolean {
  const tab = window.open(`${PREVIEW_ORIGIN}${HOST_PREFIX}tab.html`, '_blank')
  if (!tab) return false
  const onMessage = (event: MessageEvent<TabHello>) => {
    if (event.source !== tab || event.origin !== PREVIEW_ORIGIN) return
    const [guestPort] = event.ports
    if (event.data?.type === 'both-ends-tab-guest' && guestPort) {
      onGuest(openPort<GuestOffer, NoOffer>(guestPort, {}))
    }
    if (event.data?.type === 'both-ends-tab-ready') {
      const { port1, port2 } = new MessageChannel()
      onBrokerPort(port1)
      tab.postMessage(
        { type: 'both-ends-tab-connect', path } satisfies TabConnect,
        PREVIEW_ORIGIN,
        [port2],
      )
    }
  }
  window.addEventListener('message', onMessage)
  return true
}
