// The matrix in real Chromium: a page on one port, a scripted server on another. Node.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { chromium } from 'playwright'
import { chromiumArguments } from '../../tools/browsers/find-browsers.mjs'
import type { Ask, Case } from './cases.ts'
import {
  answerHeaders,
  chooseAnswer,
  comparedNames,
  fillIn,
  takeOut,
  type Origins,
  type Outcome,
  type PageOutcome,
  type SeenRequest,
} from './outcome.ts'

/** Console lines come in order: behind this one there is none of the case. */
const END = 'end of the case'

/** Runs every case in one page, one after the other. */
export async function runInChromium(
  executablePath: string,
  cases: readonly Case[],
): Promise<ReadonlyMap<string, Outcome>> {
  const api = createScriptedServer()
  const pages = createServer((_, response) => {
    response.setHeader('set-cookie', 'session=1')
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>page</title>')
  })
  const [apiPort, pagePort] = [await listen(api.server), await listen(pages)]
  const origins: Origins = {
    PAGE: `http://localhost:${pagePort}`,
    API: `http://localhost:${apiPort}`,
    OTHER: `http://127.0.0.1:${apiPort}`,
  }
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() })
  const page = await browser.newPage()
  const lines: string[] = []
  page.on('console', (message) => lines.push(message.text()))
  await page.goto(origins.PAGE)
  const outcomes = new Map<string, Outcome>()
  for (const [index, one] of cases.entries()) {
    lines.length = 0
    const seen = api.play(one, origins, `/${index}`)
    const asked = one.asks.map((ask) => ({ ...ask, url: addressOf(ask, origins, `/${index}`) }))
    const outcome: PageOutcome[] = []
    for (const ask of asked) outcome.push(await page.evaluate(fetchInPage, ask))
    await page.evaluate((end) => console.log(end), END)
    while (!lines.includes(END)) await page.waitForTimeout(5)
    outcomes.set(one.name, {
      page: outcome.map((one) => ({ ...one, headers: comparedNames(one.headers) })),
      seen: [...seen],
      console: lines
        .filter((line) => line.includes('CORS policy') || line.includes('edirect'))
        .map((line) => takeOut(line, origins).replaceAll(`/${index}/`, '/')),
    })
  }
  await browser.close()
  api.server.close()
  pages.close()
  return outcomes
}

/** Each case has a folder of its own, so that no preflight of another is remembered for it. */
function addressOf({ path = '/' }: Ask, origins: Origins, folder: string): string {
  return origins.API + folder + path
}

async function fetchInPage(ask: Ask & { url: string }): Promise<PageOutcome> {
  const { url, path: _path, ...options } = ask
  try {
    const response = await fetch(url, options)
    if (response.type === 'opaque' || response.type === 'opaqueredirect') {
      return { verdict: response.type, status: null, headers: [] }
    }
    return { verdict: 'readable', status: response.status, headers: [...response.headers.keys()] }
  } catch {
    return { verdict: 'blocked', status: null, headers: [] }
  }
}

function createScriptedServer() {
  let current: { one: Case; origins: Origins; folder: string; seen: SeenRequest[] } | null = null
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = request
    if (!current?.folder || !url.startsWith(`${current.folder}/`))
      return response.writeHead(404).end()
    const { one, origins, folder, seen } = current
    const path = url.slice(folder.length)
    const text = (name: string) => {
      const value = headers[name]
      return typeof value === 'string' ? takeOut(value, origins) : null
    }
    seen.push({
      line: `${method} ${path}`,
      origin: text('origin'),
      cookie: text('cookie'),
      requestMethod: text('access-control-request-method'),
      requestHeaders: text('access-control-request-headers'),
      contentType: text('content-type'),
    })
    const isPreflight = method === 'OPTIONS' && text('access-control-request-method') !== null
    const chosen = chooseAnswer(one, path, isPreflight)
    for (const [name, value] of answerHeaders(chosen, origins)) {
      const moved = name === 'location' ? inFolder(value, origins, folder) : value
      response.appendHeader(name, moved)
    }
    response.writeHead(chosen.status)
    response.end(chosen.status === 204 ? undefined : (chosen.body ?? 'ok'))
  }
  return {
    server: createServer((request, response) => void answer(request, response)),
    play(one: Case, origins: Origins, folder: string): readonly SeenRequest[] {
      current = { one, origins, folder, seen: [] }
      return current.seen
    },
  }
}

function inFolder(location: string, { API, OTHER }: Origins, folder: string): string {
  for (const origin of [API, OTHER]) {
    if (location.startsWith(`${origin}/`)) return origin + folder + location.slice(origin.length)
  }
  return fillIn(location, { PAGE: '', API, OTHER })
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.listen(0, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('No port.'))
      else resolve(address.port)
    })
  })
}
