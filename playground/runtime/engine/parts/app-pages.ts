// Every open page of the learner's app: the preview's, and those in tabs of their own. Joins their guests to the
// kernel and the broker. Runs on the site's page.
import { Frame } from '../../preview/frame.ts'
import { watchLiveness, type Liveness } from '../../preview/liveness.ts'
import type { GuestEvents, GuestOffer, NoOffer } from '../../wire/message.ts'
import type { Port } from '../../wire/port.ts'
import type { PreviewState } from '../engine.ts'
import { openAppTab } from './app-tab.ts'

type GuestPort = Port<GuestOffer, NoOffer>

export interface PageListeners {
  onPreview(state: PreviewState): void
  /** A new document: what the last one threw is gone. */
  onOpened(): void
  onConsole(line: GuestEvents['console']): void
  onError(error: GuestEvents['error']): void
  onKey(key: GuestEvents['key']): void
  onKernelTalk(talk: GuestEvents['pageMessage']): void
  /** Answers with the new `document.cookie`. */
  onCookieWrite(cookie: GuestEvents['cookieWrite']): Promise<string>
}

/** Milliseconds. */
const PING_DEADLINE = 3_000
const PING_EVERY = 1_000

export class AppPages {
  readonly frame: Frame
  readonly #listeners: PageListeners
  #tabGuests: GuestPort[] = []
  #liveness: Liveness | null = null
  #state: PreviewState = { address: '/', title: '', answering: true }

  constructor(listeners: PageListeners) {
    this.#listeners = listeners
    this.frame = new Frame({
      onGuest: (guest) => {
        listeners.onOpened()
        this.#listen(guest)
        this.#watch(guest)
      },
      onNavigated: ({ address, title }) => this.#changeState({ address, title, answering: true }),
    })
  }

  /** `onBrokerPort` takes the tab's way to the broker. False when the browser refused, or cannot. */
  openTab(path: string, onBrokerPort: (port: MessagePort) => void): boolean {
    // An isolated page and a tab of another origin cannot know each other: it would wait for ever.
    if (window.crossOriginIsolated) return false
    return openAppTab(path, { onBrokerPort, onGuest: (guest) => this.#addTab(guest) })
  }

  address(): string {
    return this.#state.address
  }

  /** Loads the open page again; a page that is hung or gone is left to the person. */
  async reload(): Promise<void> {
    await this.frame.move('reload').catch(() => undefined)
  }

  tellKernelMessage(message: unknown): void {
    for (const guest of this.#guests()) {
      // Not awaited, and a page that is being left may not answer.
      guest
        .call('kernelMessage', { message }, { deadline: 5_000, stage: 'preview' })
        .catch(() => undefined)
    }
  }

  tellCookies(documentCookie: string): void {
    for (const guest of this.#guests()) {
      guest
        .call('cookies', { documentCookie }, { deadline: 5_000, stage: 'preview' })
        .catch(() => undefined)
    }
  }

  close(): void {
    this.#liveness?.stop()
    for (const guest of this.#tabGuests) guest.close()
    this.#tabGuests = []
    this.frame.remove()
  }

  #guests(): readonly GuestPort[] {
    const guest = this.frame.guest()
    return guest ? [guest, ...this.#tabGuests] : this.#tabGuests
  }

  #addTab(guest: GuestPort): void {
    this.#tabGuests.push(guest)
    this.#listen(guest)
  }

  #listen(guest: GuestPort): void {
    const { onConsole, onError, onKey, onKernelTalk, onCookieWrite } = this.#listeners
    guest.on('console', onConsole)
    guest.on('error', onError)
    guest.on('key', onKey)
    guest.on('pageMessage', onKernelTalk)
    guest.on('cookieWrite', (cookie) => {
      onCookieWrite(cookie).then(
        (documentCookie) => this.tellCookies(documentCookie),
        // The engine is stopping; the page goes with it.
        () => undefined,
      )
    })
  }

  #watch(guest: GuestPort): void {
    this.#liveness?.stop()
    this.#liveness = watchLiveness({
      ping: () => guest.call('ping', null, { deadline: PING_DEADLINE, stage: 'preview' }),
      every: PING_EVERY,
      onAnswering: () => this.#changeState({ answering: true }),
      onSilent: () => {
        if (this.frame.guest() === guest) this.#changeState({ answering: false })
      },
    })
  }

  #changeState(change: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...change }
    this.#listeners.onPreview(this.#state)
  }
}
