// The same workspace in the playground: /play in Chromium, by window.bothEnds. Its jar takes no part.
import type { Page } from '@playwright/test'
import type { CheckSession } from '../../../playground/lessons/checks/check-session.ts'
import { createBundleTool } from '../../../playground/lessons/checks/bundle-tool.ts'
import type { CheckTools } from '../../../playground/lessons/checks/check-tools.ts'
import { createHttpTool } from '../../../playground/lessons/checks/http-tool.ts'
import { createTraceTool } from '../../../playground/lessons/checks/trace-tool.ts'
import type { CheckDefinition } from '../../../playground/lessons/define-checks.ts'
import { packContent, type PackedContent } from '../../../playground/runtime/wire/base64.ts'
import type { Files } from '../../../playground/runtime/wire/files.ts'
import type { Exchange } from '../../../playground/runtime/wire/hop.ts'
import { drivePlayground } from '../../../tools/drive/drive-playground.mjs'
import type { Answer, Ask } from '../exchange.ts'
import { requestInPage } from '../playground-side.ts'
import { recordAsked, type Asked } from './asked.ts'

export interface PlaygroundWorkspace {
  /** Replaces the files; both ends and the database begin anew. */
  lay(files: Files): Promise<void>
  ask(ask: Ask): Promise<Answer>
  /** Runs a check on a fresh database until it wants a browser; what it thinks of the answers, the lessons' tests say. */
  askAgain(check: CheckDefinition): Promise<readonly Asked[]>
}

export async function openPlaygroundWorkspace(
  page: Page,
  base: string,
): Promise<PlaygroundWorkspace> {
  await page.goto(`/play/?from=${base}`)
  await page.waitForFunction(() => window.bothEnds !== undefined)
  const { call } = drivePlayground(page)
  await call('ready')
  const state = { isFresh: false }

  const ask = ({ host, method = 'GET', path, headers = [], body }: Ask): Promise<Answer> => {
    if (method !== 'GET') state.isFresh = false
    const jarless = headers.some(([name]) => name.toLowerCase() === 'cookie') ? [] : NO_COOKIE
    const all = [['accept-encoding', 'identity'], ...headers, ...jarless] as const
    const options = { host, method, path, headers: all, ...(body === undefined ? {} : { body }) }
    return page.evaluate(requestInPage, options)
  }
  return {
    ask,
    async lay(files) {
      await page.evaluate(loadInPage, encode(files))
      state.isFresh = true
    },
    async askAgain(check) {
      if (!state.isFresh) await call('reset')
      state.isFresh = true
      const { asked, fetch } = recordAsked(ask)
      const query: CheckSession['query'] = (sql) => {
        state.isFresh = false
        return call('query', sql)
      }
      const trace = () => page.evaluate(traceInPage)
      // What it says is said by the lessons' own tests, on this very engine.
      await check.run(createTools({ fetch, query, trace })).catch(() => undefined)
      return asked
    },
  }
}

const NO_COOKIE = [['cookie', '']] as const

function createTools(session: Pick<CheckSession, 'fetch' | 'query' | 'trace'>): CheckTools {
  const trace = createTraceTool(session)
  const http = createHttpTool(session, trace)
  const end = (): never => {
    throw new Error('The check wants a browser, or does not pass.')
  }
  const browser = new Proxy({}, { get: end })
  const none = Object.fromEntries(
    ['page', 'withoutScripts', 'jar', 'clock', 'console', 'types'].map((name) => [name, browser]),
  )
  return Object.assign(Object.create(none), {
    http,
    trace,
    bundle: createBundleTool(http),
    sql: { rows: async (statement: string) => (await session.query(statement)).rows },
    equal: () => undefined,
    fail: end,
  })
}

function encode(files: Files): Readonly<Record<string, PackedContent>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path, packContent(content)]),
  )
}

/** Runs in the page. */
async function loadInPage(files: ReturnType<typeof encode>): Promise<void> {
  const decoded = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string'
      ? content
      : Uint8Array.from(atob(content.base64), (letter) => letter.codePointAt(0) ?? 0),
  ])
  await window.bothEnds?.load({ files: Object.fromEntries(decoded) })
}

/** Runs in the page. Without headers and bodies: no check that runs here reads them, and they would cross to Node. */
async function traceInPage(): Promise<readonly Exchange[]> {
  const exchanges = (await window.bothEnds?.trace()) ?? []
  return exchanges.map(({ id, root, hops }) => ({
    id,
    root,
    hops: hops.map((hop) =>
      hop.type === 'sql'
        ? hop
        : {
            ...hop,
            requestHeaders: [],
            responseHeaders: [],
            requestBody: null,
            responseBody: null,
          },
    ),
  }))
}
