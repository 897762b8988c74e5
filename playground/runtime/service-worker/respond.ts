// Answers one request from the broker's answer. Runs in the service worker; keeps nothing. Failures of ours are a
// readable page for a navigation and a network error for everything else.
import { createFailure, FailureError, toFailure, type Failure } from '../wire/failure.ts'
import { PULSE_INTERVAL } from '../wire/pulse.ts'
import {
  askOver,
  NULL_BODY_STATUSES,
  type MessageTarget,
  type WireRequest,
  type WireResponse,
} from '../wire/request-port.ts'
import { describeRequest, toPreviewAddress } from './browser-request.ts'
import { findOwner } from './find-owner.ts'

declare const self: ServiceWorkerGlobalScope

/** Milliseconds. Longer than any deadline of the broker's, which name the part that did not answer. */
const HEAD_DEADLINE = 90_000

const NO_OWNER = createFailure(
  'preview',
  'not-running',
  'This page lives inside a lesson: its Next and FastAPI run in the page that opened it.',
)

export async function respond(request: Request): Promise<Response> {
  const isNavigation = request.mode === 'navigate'
  try {
    const owner = await findOwner(self.clients)
    if (owner === null) throw new FailureError(NO_OWNER)
    const isIsolated = new URL(owner.url).searchParams.has('isolated')
    return toResponse(await ask(owner, request), { isNavigation, isIsolated })
  } catch (cause) {
    if (!isNavigation || request.signal.aborted) return Response.error()
    return failurePage(toFailure('preview', cause))
  }
}

async function ask(owner: MessageTarget, request: Request): Promise<WireResponse> {
  const leaving = new AbortController()
  const onAbort = () => leaving.abort(request.signal.reason)
  request.signal.addEventListener('abort', onAbort)
  const asked: WireRequest = await describeRequest(request, self.location.origin, leaving.signal)
  const timer = setTimeout(() => {
    const message = `The page that runs the app did not answer for ${HEAD_DEADLINE / 1000} s.`
    leaving.abort(new FailureError(createFailure('host', 'deadline', message)))
  }, HEAD_DEADLINE)
  try {
    return await askOver(owner, asked, { pulseInterval: PULSE_INTERVAL })
  } finally {
    clearTimeout(timer)
  }
}

interface Place {
  readonly isNavigation: boolean
  /** The site's page is cross-origin isolated, as an engine with shared memory needs it. */
  readonly isIsolated: boolean
}

function toResponse(answer: WireResponse, { isNavigation, isIsolated }: Place): Response {
  const { status, body } = answer
  const headers = new Headers()
  for (const [name, value] of answer.headers) {
    const isPlace = name.toLowerCase() === 'location'
    headers.append(name, isPlace ? toPreviewAddress(value, self.location.origin) : value)
  }
  if (isNavigation || /^text\/html\b/i.test(headers.get('content-type') ?? '')) isolate(headers)
  if (isIsolated) allowInIsolatedPage(headers)
  const hasNoBody = NULL_BODY_STATUSES.has(status)
  if (hasNoBody) void body?.cancel()
  return new Response(hasNoBody ? null : body, { status, headers, ...phrase(answer) })
}

/** Chromium then keeps the learner's page out of host.html and in a process of its own (browsers.md, answer f). */
function isolate(headers: Headers): void {
  headers.set('Document-Isolation-Policy', 'isolate-and-credentialless')
}

/** A browser frames nothing in an isolated page that does not ask for the same, and loads nothing that does not agree. */
function allowInIsolatedPage(headers: Headers): void {
  headers.set('Cross-Origin-Embedder-Policy', 'credentialless')
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
}

/** A reason phrase outside Latin-1 would throw. */
function phrase({ statusText }: WireResponse): { statusText?: string } {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(statusText) ? { statusText } : {}
}

function failurePage({ message, next }: Failure): Response {
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The app is not running here</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; color-scheme: light dark } h1 { font-size: 1.25rem }</style>
<h1>The app is not running here</h1>
<p>${escapeHtml(message)}</p>
<p>${escapeHtml(next)} Open it from the lesson, with “Open in new tab”.</p>
</html>
`
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  isolate(headers)
  return new Response(page, { status: 503, headers })
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
