// The preview's iframe and the site's port to the guest in it. Runs on the site's page. Trusts nothing that
// comes out of the frame: origin and source are checked, and only typed messages of the guest are read.
import { createFailure, FailureError } from '../wire/failure.ts'
import type {
  ActOutcome,
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
import { createArrivals } from './arrivals.ts'

type GuestPort = Port<GuestOffer, NoOffer>

interface FrameListeners {
  onGuest(guest: GuestPort): void
  onNavigated(page: { address: string; title: string }): void
}

/** Milliseconds that a page may take to tell what it shows. */
const PAGE_DEADLINE = 5_000
const PAGE_CALL = { deadline: PAGE_DEADLINE, stage: 'preview' }
/** Milliseconds. A page that takes longer to say that it lives is taken for hung. */
const ALIVE_DEADLINE = 500
/** Milliseconds that a port may take to its page; a guest that still says hello then has not got it. */
const ON_ITS_WAY = 900
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

export class Frame {
  readonly #listeners: FrameListeners
  readonly #arrivals = createArrivals()
  #iframe: HTMLIFrameElement | null = null
  #parent: HTMLElement | null = null
  #source: string | null = null
  #guest: GuestPort | null = null
  /** Which document the guest is of, and since when. */
  #connected = { page: '', at: 0 }

  constructor(listeners: FrameListeners) {
    this.#listeners = listeners
    window.addEventListener('message', this.#onMessage)
  }

  /** Puts the iframe into an element. Moving it reloads the app: browsers give no other way. */
  attach(element: HTMLElement | null): void {
    if (element === this.#parent) return
    this.#parent = element
    this.#build()
  }

  /**
   * Loads a path of the app; resolves when the document is parsed. A fresh iframe adds no history entry, and gets rid
   * of a page that hangs (browsers.md, "Two origins", i).
   */
  async open(path: string, deadline: number): Promise<void> {
    this.#source = new URL(path, PREVIEW_ORIGIN).href
    if (!this.#parent) return
    if (await this.isHung()) {
      this.#takeDown()
      await new Promise((resolve) => setTimeout(resolve, PROCESS_END))
    }
    const arrived = this.#arrivals.wait(deadline, path)
    this.#build()
    await arrived
  }

  async move(direction: 'back' | 'forward' | 'reload'): Promise<void> {
    const guest = this.#guest
    if (!guest) throw noPage()
    const arrived = direction === 'reload' ? this.#arrivals.wait(20_000, 'the page again') : null
    await guest.call('move', { direction }, PAGE_CALL)
    await arrived
  }

  /** The page as it is now; waits for one that is on its way. */
  async page(): Promise<PageView> {
    return (await this.#openGuest()).call('page', null, PAGE_CALL)
  }

  async find(query: ElementQuery): Promise<readonly FoundElement[]> {
    return (await this.#openGuest()).call('find', query, PAGE_CALL)
  }

  async act(action: PageAction): Promise<ActOutcome> {
    return (await this.#openGuest()).call('act', action, PAGE_CALL)
  }

  guest(): GuestPort | null {
    return this.#guest
  }

  /** Takes the app off the screen; the next `open` brings it back. */
  clear(): void {
    this.#source = null
    this.#takeDown()
  }

  /** Clears, and stops listening for good. */
  remove(): void {
    window.removeEventListener('message', this.#onMessage)
    this.clear()
  }

  #takeDown(): void {
    this.#letGuestGo()
    this.#iframe?.remove()
    this.#iframe = null
  }

  #build(): void {
    this.#takeDown()
    if (!this.#parent || this.#source === null) return
    const iframe = document.createElement('iframe')
    iframe.setAttribute('sandbox', SANDBOX.join(' '))
    iframe.title = 'Preview'
    iframe.src = this.#source
    this.#parent.append(iframe)
    this.#iframe = iframe
  }

  readonly #onMessage = (event: MessageEvent<GuestHello>): void => {
    const target = this.#iframe?.contentWindow
    if (!target || event.source !== target || event.origin !== PREVIEW_ORIGIN) return
    if (event.data?.type === 'both-ends-guest-ready') this.#connect(target, event.data.page)
  }

  #connect(window: Window, page: string): void {
    // Said again before the port had come.
    const isOnItsWay = performance.now() - this.#connected.at < ON_ITS_WAY
    if (this.#guest && this.#connected.page === page && isOnItsWay) return
    this.#connected = { page, at: performance.now() }
    const { port1, port2 } = new MessageChannel()
    this.#letGuestGo()
    const guest = openPort<GuestOffer, NoOffer>(port1, {})
    this.#guest = guest
    guest.on('navigated', (page) => {
      if (this.#iframe) this.#iframe.title = `Preview: ${page.address}`
      this.#listeners.onNavigated(page)
      this.#arrivals.arrive()
    })
    this.#listeners.onGuest(guest)
    window.postMessage({ type: 'both-ends-guest-connect' } satisfies GuestConnect, PREVIEW_ORIGIN, [
      port2,
    ])
  }

  #letGuestGo(): void {
    this.#guest?.close(createFailure('preview', 'stopped', 'The page was left.'))
    this.#guest = null
  }

  /** Whether a page is open that does not answer: an endless loop, most often. */
  async isHung(): Promise<boolean> {
    const guest = this.#guest
    if (!guest) return false
    return guest.call('ping', null, { deadline: ALIVE_DEADLINE, stage: 'preview' }).then(
      () => false,
      // Closed by someone else meanwhile: that is no sign of a loop.
      () => this.#guest === guest,
    )
  }

  async #openGuest(): Promise<GuestPort> {
    if (!this.#guest) await this.#arrivals.wait(PAGE_DEADLINE * 3, 'a page')
    if (!this.#guest) throw noPage()
    return this.#guest
  }
}

function noPage(): FailureError {
  return new FailureError(createFailure('preview', 'not-running', 'No page is open.'))
}
