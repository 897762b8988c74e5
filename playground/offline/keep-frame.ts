// The site's end of keep.html: opened when it is first needed, gone when nobody uses it, because as long as it is there a
// new version of the preview waits. Runs on the site's page.
import type {
  GroupKept,
  KeepConnect,
  KeepHello,
  KeepOffer,
  SiteOffer,
} from '../runtime/kept/keep-offer.ts'
import { openHiddenFrame } from '../runtime/preview/hidden-frame.ts'
import { PREVIEW_ORIGIN } from '../runtime/wire/origins.ts'
import { openPort, type Port } from '../runtime/wire/port.ts'

type KeepPort = Port<KeepOffer, SiteOffer>
type Open = { readonly port: KeepPort; remove(): void }

const HELLO: KeepHello['type'] = 'both-ends-keep-ready'

export interface KeepFrame {
  /** Opens the page for as long as the work takes. */
  use<Answer>(work: (port: KeepPort) => Promise<Answer>): Promise<Answer>
  /** Tells a keeping that is under way to stop. */
  stop(): void
}

export function createKeepFrame(onKept: (kept: GroupKept) => void): KeepFrame {
  let users = 0
  let opening: Promise<Open> | null = null
  let port: KeepPort | null = null

  const open = async (): Promise<Open> => {
    const frame = await openHiddenFrame('keep.html', 'Kept files', HELLO)
    const { port1, port2 } = new MessageChannel()
    const connect: KeepConnect = { type: 'both-ends-keep-connect' }
    frame.window.postMessage(connect, PREVIEW_ORIGIN, [port2])
    const opened: KeepPort = openPort<KeepOffer, SiteOffer>(port1, {})
    opened.on('kept', onKept)
    port = opened
    return { port: opened, remove: () => (opened.close(), frame.remove()) }
  }

  return {
    async use(work) {
      users += 1
      opening ??= open()
      const mine = opening
      try {
        return await work((await mine).port)
      } finally {
        users -= 1
        if (users === 0) {
          opening = port = null
          void mine.then(
            (opened) => opened.remove(),
            () => undefined,
          )
        }
      }
    },
    stop: () => void port?.call('stop', null, { deadline: 5000, stage: 'keep' }).catch(() => {}),
  }
}
