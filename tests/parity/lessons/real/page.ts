// The pages of a check in a Chromium of its own, which finds `localhost:3000` and `localhost:8000` at the ports where
// the real servers are: one page with scripts, one in which none runs.
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { build } from 'esbuild'
import type { PageDriver } from '../../../../playground/lessons/checks/page-tool.ts'
import type { GuestCalls } from '../../../../playground/runtime/wire/message.ts'
import type { PageCalls } from './in-page.ts'

const ORIGIN = 'http://localhost:3000'

export interface PageOnServers {
  open(path: string): Promise<void>
  page(): Promise<ReturnType<GuestCalls['page']>>
  find: PageDriver['find']
  act: PageDriver['act']
}

export interface RealPages {
  readonly page: PageOnServers
  readonly withoutScripts: PageOnServers
  readonly context: BrowserContext
  close(): Promise<void>
}

/** For Chromium's `--host-resolver-rules`. */
export function mapHosts({ frontend, backend }: { frontend: number; backend: number }): string {
  return `MAP localhost:3000 127.0.0.1:${frontend},MAP localhost:8000 127.0.0.1:${backend}`
}

/** A new browser context for each check: it begins with no cookies. */
export async function openRealPages(browser: Browser): Promise<RealPages> {
  const script = await readInPage()
  const context = await browser.newContext()
  const plain = await browser.newContext({ javaScriptEnabled: false })
  return {
    page: driveOnDemand(() => context.newPage(), script, 'withScripts'),
    withoutScripts: driveOnDemand(() => plain.newPage(), script, 'withoutScripts'),
    context,
    async close() {
      await Promise.all([context.close(), plain.close()])
    },
  }
}

function driveOnDemand(
  openPage: () => Promise<Page>,
  script: string,
  kind: 'withScripts' | 'withoutScripts',
): PageOnServers {
  let opened: Promise<Page> | null = null
  const current = () => (opened ??= openPage())
  const call = async <Name extends keyof PageCalls>(
    name: Name,
    argument: Parameters<PageCalls[Name]>[0],
  ): Promise<ReturnType<PageCalls[Name]>> => {
    const page = await current()
    // The document may be a new one: the script comes along each time.
    return page.evaluate(
      `(() => { ${script}; return inPage.${kind}.${name}(${JSON.stringify(argument)}) })()`,
    )
  }
  return {
    async open(path) {
      await (await current()).goto(new URL(path, ORIGIN).href, { waitUntil: 'domcontentloaded' })
    },
    page: () => call('page', null),
    find: (query) => call('find', query),
    act: (action) => call('act', action),
  }
}

let bundled: Promise<string> | null = null

function readInPage(): Promise<string> {
  return (bundled ??= bundleInPage())
}

async function bundleInPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('in-page.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    globalName: 'inPage',
    minify: true,
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
