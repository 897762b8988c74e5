// A hidden page of the preview origin, opened from the site: it says hello, and then has a window to send a port to.
// Runs on the site's page. What the two say to each other is the caller's.
import { createFailure, FailureError } from '../wire/failure.ts'
import { HOST_PREFIX } from '../wire/message.ts'
import { PREVIEW_ORIGIN } from '../wire/origins.ts'

export interface HiddenFrame {
  readonly window: Window
  remove(): void
}

/** Milliseconds until the page must have said hello. */
const HELLO_DEADLINE = 20_000

export async function openHiddenFrame(
  page: string,
  title: string,
  helloType: string,
): Promise<HiddenFrame> {
  const iframe = document.createElement('iframe')
  iframe.hidden = true
  iframe.title = title
  iframe.setAttribute('aria-hidden', 'true')
  iframe.tabIndex = -1
  iframe.src = `${PREVIEW_ORIGIN}${HOST_PREFIX}${page}?${query()}`
  const hello = waitForHello(iframe, helloType)
  document.body.append(iframe)
  try {
    return { window: await hello, remove: () => iframe.remove() }
  } catch (cause) {
    iframe.remove()
    throw cause
  }
}

function query(): string {
  const parameters = new URLSearchParams()
  // The preview that this page was built with, kept or not. Unknown to `npm run dev`, whose preview has no versions.
  const version = document.querySelector<HTMLMetaElement>('meta[name="both-ends-preview"]')?.content
  if (version) parameters.set('v', version)
  // So that its files come with the headers that an isolated page asks of what it frames.
  if (window.crossOriginIsolated) parameters.set('isolated', '')
  return parameters.toString()
}

function waitForHello(iframe: HTMLIFrameElement, helloType: string): Promise<Window> {
  return new Promise((resolve, reject) => {
    const onMessage = (event: MessageEvent<{ readonly type?: unknown } | null>) => {
      const source = iframe.contentWindow
      if (!source || event.source !== source || event.origin !== PREVIEW_ORIGIN) return
      if (event.data?.type !== helloType) return
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
