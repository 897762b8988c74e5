// The guest: the first script of every document in the preview, injected by the broker. It gives the site what
// it may not take by itself (text, title, console, navigation), mirrors the jar for document.cookie, and joins
// the kernel's client code to the kernel. It shows nothing, and changes nothing of the learner's page but its focus().
import type { GuestConnect, GuestHello, GuestOffer, NoOffer } from '../wire/message.ts'
import { SITE_ORIGIN } from '../wire/origins.ts'
import { openPort, type Port } from '../wire/port.ts'
import { reportConsole } from './guest-console.ts'
import { mirrorCookies } from './guest-cookies.ts'
import { actOn, describeElement, findElements } from '../document/find-elements.ts'
import { reportErrors } from './guest-errors.ts'
import { waitForFocus } from './guest-focus.ts'
import { isHydrated } from './guest-hydration.ts'
import { createKernelLink } from './guest-kernel-link.ts'
import { movePage, navigatePage, reportKeys, reportNavigation, viewPage } from './guest-page.ts'

export type GuestEvent = <Name extends keyof GuestOffer['events'] & string>(
  name: Name,
  value: GuestOffer['events'][Name],
) => void

/** Milliseconds. A message to or from a document that is just being put in its place can be lost. */
const SAY_AGAIN = 1_000
/** After so many nobody is there who would answer. */
const MOST_TIMES = 20

const script = document.currentScript
const page = crypto.randomUUID()

let site: Port<NoOffer, GuestOffer> | null = null
// Console lines and errors of the first scripts come before the port; nothing of them may be lost.
let early: (() => void)[] = []
const emit: GuestEvent = (name, value) => {
  if (site) site.emit(name, value)
  else early.push(() => site?.emit(name, value))
}

const cookies = mirrorCookies(script?.dataset['cookies'] ?? '', emit)
const kernel = createKernelLink(page, emit)
reportConsole(emit)
reportErrors(emit)
if (window.parent !== window) waitForFocus(window)
script?.remove()

function connect(port: MessagePort): void {
  site?.close()
  site = openPort<NoOffer, GuestOffer>(port, {
    page: viewPage,
    find: (query) => findElements(document, query).map(describeElement),
    act: (action) => actOn(document, action, (element) => isHydrated(element, window)),
    navigate: navigatePage,
    move: movePage,
    cookies: ({ documentCookie }) => cookies.replace(documentCookie),
    kernelMessage: ({ message }) => kernel.deliver(message),
    ping: () => null,
  })
  for (const send of early) send()
  early = []
}

window.addEventListener('message', (event: MessageEvent<GuestConnect>) => {
  const fromParent = event.source === window.parent
  const fromUs = event.origin === SITE_ORIGIN || event.origin === window.location.origin
  const [port] = event.ports
  if (fromParent && fromUs && event.data?.type === 'both-ends-guest-connect' && port) connect(port)
})

function sayHello(): void {
  const hello: GuestHello = { type: 'both-ends-guest-ready', page }
  // To anyone: the parent is the site or tab.html, a wrong exact origin logs an error in the learner's console,
  // and the message says nothing but that a page is here.
  if (window.parent !== window) window.parent.postMessage(hello, '*')
}

function repeatUntilHeard(): void {
  let times = 1
  const timer = setInterval(() => {
    if (site || times === MOST_TIMES) return clearInterval(timer)
    times += 1
    sayHello()
  }, SAY_AGAIN)
}

sayHello()
repeatUntilHeard()
reportNavigation(emit)
reportKeys(emit)
// A page that comes back from the back-forward cache has lost its port.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) sayHello()
})
