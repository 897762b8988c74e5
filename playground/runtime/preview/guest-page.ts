// What the learner's page shows and where it is. Runs in the page, for the guest.
import type { PageView } from '../wire/message.ts'
import type { GuestEvent } from './guest.ts'

/** Path, query and hash. */
function readAddress(): string {
  const { pathname, search, hash } = window.location
  return pathname + search + hash
}

export function viewPage(): PageView {
  return {
    address: readAddress(),
    title: document.title,
    // innerText leaves out what CSS hides, Next's hidden Activity trees among it.
    text: document.body?.innerText ?? '',
    html: `<!DOCTYPE html>${document.documentElement.outerHTML}`,
  }
}

export function navigatePage({ to, replace }: { to: string; replace: boolean }): null {
  // After the answer has left: a navigation would take the port with it.
  setTimeout(() => {
    const url = new URL(to, window.location.origin).href
    if (sameButHash(url)) window.location.reload()
    else if (replace) window.location.replace(url)
    else window.location.assign(url)
  })
  return null
}

/** `replace` to the address one is at does nothing when it has a hash; people mean "load it again". */
function sameButHash(url: string): boolean {
  return url.includes('#') && url === window.location.href
}

export function movePage({ direction }: { direction: 'back' | 'forward' | 'reload' }): null {
  setTimeout(() => {
    if (direction === 'back') window.history.back()
    else if (direction === 'forward') window.history.forward()
    else window.location.reload()
  })
  return null
}

/** One event when the document has been parsed whole, and one for each change of address or title after it. */
export function reportNavigation(emit: GuestEvent): void {
  let last = ''
  const report = () => {
    const address = readAddress()
    const { title } = document
    if (last === `${address}\n${title}`) return
    last = `${address}\n${title}`
    emit('navigated', { address, title })
  }
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = window.history[name].bind(window.history)
    window.history[name] = (...argument) => {
      original(...argument)
      if (last !== '') queueMicrotask(report)
    }
  }
  window.addEventListener('popstate', () => queueMicrotask(report))
  window.addEventListener('hashchange', report)
  const begin = () => {
    report()
    new MutationObserver(report).observe(document.head, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin)
  else begin()
}

const CLICKER = ['PageDown', 'PageUp']

/**
 * Keys pressed in the app belong to the app; F6 alone moves on to the site's next pane. Those of a clicker are told as
 * well, for a presenter who has just clicked in the app: they scroll it all the same.
 */
export function reportKeys(emit: GuestEvent): void {
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'F6') event.preventDefault()
    else if (!CLICKER.includes(event.key)) return
    emit('key', { key: event.key, shift: event.shiftKey })
  })
}
