// What a person or a page script sees when our machinery, not the app, has no answer. Runs anywhere.
import type { Failure } from '../wire/failure.ts'
import type { WireResponse } from '../wire/request-port.ts'

const encoder = new TextEncoder()

/** 504 when nothing came in time, 502 when the part broke off, 403 when the request may not leave. */
function statusOf({ code }: Failure): number {
  if (code === 'deadline') return 504
  return code === 'refused-host' ? 403 : 502
}

/** HTML for a navigation, JSON for everything else. */
export function renderFailure(failure: Failure, asPage: boolean): WireResponse {
  const status = statusOf(failure)
  const text = asPage ? renderPage(status, failure) : JSON.stringify({ failure })
  const type = asPage ? 'text/html; charset=utf-8' : 'application/json'
  return {
    status,
    statusText: status === 504 ? 'Gateway Timeout' : status === 403 ? 'Forbidden' : 'Bad Gateway',
    headers: [
      ['content-type', type],
      ['cache-control', 'no-store'],
    ],
    body: toStream(encoder.encode(text)),
  }
}

function toStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function renderPage(status: number, { stage, message, next }: Failure): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${status}: no page from ${escapeHtml(stage)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; color-scheme: light dark }
h1 { font-size: 1.25rem }
</style>
</head>
<body>
<main>
<h1>${status}: the app did not answer</h1>
<p>${escapeHtml(message)}</p>
<p>${escapeHtml(next)}</p>
</main>
</body>
</html>
`
}
