// Watches a browser context for what no test may overlook: errors in the console, uncaught errors, and requests that
// leave this machine.
import type { BrowserContext, ConsoleMessage, Request, WebError } from '@playwright/test'

export interface Surprises {
  /** What was seen and not expected, one line each. */
  found(): readonly string[]
  stop(): void
}

/**
 * Hosts that a request may name. `localhost:8000` is FastAPI's virtual host: the service worker answers it, and nothing
 * listens there, so a request that slips past it fails and is seen in the console.
 */
export function ownHosts(sitePort: number, previewPort: number): Set<string> {
  return new Set([
    `localhost:${sitePort}`,
    `127.0.0.1:${previewPort}`,
    'localhost:3000',
    'localhost:8000',
  ])
}

export function watchForSurprises(
  context: BrowserContext,
  hosts: ReadonlySet<string>,
  expected: RegExp,
): Surprises {
  const lines: string[] = []
  const add = (line: string) => {
    if (!expected.test(line)) lines.push(line)
  }
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') add(`console: ${message.text()} (${message.location().url})`)
  }
  const onError = (error: WebError) => add(`uncaught: ${error.error().message}`)
  const onRequest = (request: Request) => {
    const { protocol, host, href } = new URL(request.url())
    // No test may declare this one.
    if (/^https?:$/.test(protocol) && !hosts.has(host)) lines.push(`left this machine: ${href}`)
  }
  context.on('console', onConsole)
  context.on('weberror', onError)
  context.on('request', onRequest)
  return {
    found: () => lines,
    stop() {
      context.off('console', onConsole)
      context.off('weberror', onError)
      context.off('request', onRequest)
    },
  }
}
