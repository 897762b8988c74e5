// The preview's iframe and the site's port to the guest in it. Runs on the site's page. Trusts nothing that
// comes out of the frame: origin and source are checked, and only typed messages of the guest are read.
import { createFailure, FailureError } from '../wire/failure.ts'
import type {
  ElementQuery,
  FoundElement,
  GuestConnect,
  GuestHello,
  GuestOffer,
  NoOffer,
  PageAction,
  PageView,
} from '../wire/message.ts'
import { PREVIEW_ORIGIN } from '../wire/origins.ts'
import { openPort, type Port } from '../wire/port.ts'

type GuestPort = Port<GuestOffer, NoOffer>

export interface Frame {
  /** Puts the iframe into an element. Moving it reloads the app: browsers give no other way. */
  attach(element: HTMLElement | null): void
  /** Loads a path of the app without adding to the site's history; resolves when the document is parsed. */
  open(path: string, deadline: number): Promise<void>
  move(direction: 'back' | 'forward' | 'reload'): Promise<void>
  /** The page as it is now; waits for one that is on its way. */
  page(): Promise<PageView>
  find(query: ElementQuery): Promise<readonly FoundElement[]>
  act(action: PageAction): Promise<boolean>
  guest(): GuestPort | null
  /** Takes the app off the screen; the next `open` brings it back. */
  clear(): void
  /** Clears, and stops listening for good. */
  remove(): void
}

interface FrameListeners {
  onGuest(guest: GuestPort): void
  onNavigated(page: { address: string; title: string }): void
}

/** Milliseconds that a page may take to tell what it shows. */
const PAGE_DEADLINE = 5_000
const PAGE_CALL = { deadline: PAGE_DEADLINE, stage: 'preview' }
/** Milliseconds. A page that takes longer to say that it lives is taken for hung. */
const ALIVE_DEADLINE = 500
/**
 * Milliseconds until Chromium has ended the process of a hung page that was removed: less than 1 s when measured. A
 * page opened sooner is put into that same process, and hangs with it.
 */
const PROCESS_END = 1_000

// No top navigation: the learner's app, or a shared one, must not take the site away. Same-origin is needed for
// the service worker to see the frame (browsers.md, section 2).
const SANDBOX = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-same-origin',
  'allow-scripts',
]

export function createFrame({ onGuest, onNavigated }: FrameListeners): Frame {
  let iframe: HTMLIFrameElement | null = null
  let parent: HTMLElement | null = null
  let source: string | null = null
  let guest: GuestPort | null = null
  let arrivals: { resolve(): void }[] = []

  const takeDown = () => {
    guest?.close(createFailure('preview', 'stopped', 'The page was left.'))
    guest = null
    iframe?.remove()
    iframe = null
  }

  const build = () => {
    takeDown()
    if (!parent || source === null) return
    iframe = document.createElement('iframe')
    iframe.setAttribute('sandbox', SANDBOX.join(' '))
    iframe.title = 'Preview'
    iframe.src = source
    parent.append(iframe)
  }

  const arrive = (page: { address: string; title: string }) => {
    if (iframe) iframe.title = `Preview: ${page.address}`
    onNavigated(page)
    for (const arrival of arrivals) arrival.resolve()
    arrivals = []
  }

  const connect = (window: Window) => {
    const { port1, port2 } = new MessageChannel()
    guest?.close(createFailure('preview', 'stopped', 'The page was left.'))
    const opened = openPort<GuestOffer, NoOffer>(port1, {})
    guest = opened
    opened.on('navigated', arrive)
    onGuest(opened)
    window.postMessage({ type: 'both-ends-guest-connect' } satisfies GuestConnect, PREVIEW_ORIGIN, [
      port2,
    ])
  }

  const onMessage = (event: MessageEvent<GuestHello>) => {
    const target = iframe?.contentWindow
    if (!target || event.source !== target || event.origin !== PREVIEW_ORIGIN) return
    if (event.data?.type === 'both-ends-guest-ready') connect(target)
  }
  window.addEventListener('message', onMessage)

  const arrival = (deadline: number, path: string) =>
    new Promise<void>((resolve, reject) => {
      const entry = { resolve: () => (clearTimeout(timer), resolve()) }
      const timer = setTimeout(() => {
        arrivals = arrivals.filter((other) => other !== entry)
        const message = `The preview did not open ${path} within ${Math.round(deadline / 1000)} s.`
        reject(new FailureError(createFailure('preview', 'deadline', message)))
      }, deadline)
      arrivals.push(entry)
    })

  const isHung = async () => {
    const open = guest
    if (!open) return false
    return open.call('ping', null, { deadline: ALIVE_DEADLINE, stage: 'preview' }).then(
      () => false,
      // Closed by someone else meanwhile: that is no sign of a loop.
      () => guest === open,
    )
  }

  /** A fresh iframe adds no history entry, and gets rid of a page that hangs (browsers.md, "Two origins", i). */
  const renew = async () => {
    if (await isHung()) {
      takeDown()
      await new Promise((resolve) => setTimeout(resolve, PROCESS_END))
    }
    build()
  }

  const openGuest = async (): Promise<GuestPort> => {
    if (!guest) await arrival(PAGE_DEADLINE * 3, 'a page')
    if (!guest) throw new FailureError(createFailure('preview', 'not-running', 'No page is open.'))
    return guest
  }

  const clear = () => {
    source = null
    build()
  }

  return {
    attach(element) {
      if (element === parent) return
      parent = element
      build()
    },
    async open(path, deadline) {
      source = new URL(path, PREVIEW_ORIGIN).href
      if (!parent) return
      const arrived = arrival(deadline, path)
      void renew()
      await arrived
    },
    async move(direction) {
      if (!guest)
        throw new FailureError(createFailure('preview', 'not-running', 'No page is open.'))
      const arrived = direction === 'reload' ? arrival(20_000, 'the page again') : null
      await guest.call('move', { direction }, { deadline: PAGE_DEADLINE, stage: 'preview' })
      await arrived
    },
    page: async () => (await openGuest()).call('page', null, PAGE_CALL),
    find: async (query) => (await openGuest()).call('find', query, PAGE_CALL),
    act: async (action) => (await openGuest()).call('act', action, PAGE_CALL),
    guest: () => guest,
    clear,
    remove() {
      window.removeEventListener('message', onMessage)
      clear()
    },
  }
}
