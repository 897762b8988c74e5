// What a lesson's checks ask, on real servers: the tools are the page's own, only what they stand on is another.
import type { CheckSession } from '../../../../playground/lessons/checks/check-session.ts'
import type { CookieView, JarView } from '../../../../playground/runtime/wire/message.ts'
import { recordAsked, withoutEmptyCookie, type Asked } from '../asked.ts'
import type { PageOnServers, RealPages } from './page.ts'
import type { RealWorkspace } from './workspace.ts'

/** A check wants what this machine cannot give it. */
export class NotOnRealServers extends Error {}

export interface RealSession {
  readonly session: CheckSession
  /** The page in which no script runs, in the same words. */
  readonly plain: CheckSession
  /** What the check asked by itself, before it first used a browser: rows and cookies are as they were. */
  askedFirst(): readonly Asked[]
}

export function createRealSession(workspace: RealWorkspace, pages: RealPages): RealSession {
  const { asked, fetch } = recordAsked((ask) =>
    workspace.ask({ ...ask, headers: withoutEmptyCookie(ask.headers) }),
  )
  const browser: { usedAfter: number | null } = { usedAfter: null }
  const noteBrowser = () => (browser.usedAfter ??= asked.length)
  const jar: { view: JarView } = { view: { cookies: [], refused: [], documentCookie: '' } }
  const readJar = async () => {
    const cookies = (await pages.context.cookies('http://localhost:3000')).map(toView)
    jar.view = { ...jar.view, cookies }
  }
  const over = (page: PageOnServers): CheckSession => ({
    fetch,
    trace: () => Promise.resolve(workspace.trace()),
    query: async (sql) => ({ columns: [], rows: await workspace.query(sql), truncated: false }),
    async goto(path) {
      noteBrowser()
      await page.open(path)
      await readJar()
    },
    async page() {
      const view = await page.page()
      await readJar()
      return view
    },
    find: page.find,
    act: page.act,
    jar: { get: () => jar.view, subscribe: () => () => undefined },
    async clearJar() {
      noteBrowser()
      await pages.context.clearCookies()
      await readJar()
    },
    setClock: () => Promise.reject(new NotOnRealServers('it moves the clock')),
    console: { get: () => [], subscribe: () => () => undefined },
  })
  return {
    session: over(pages.page),
    plain: over(pages.withoutScripts),
    askedFirst: () => asked.slice(0, browser.usedAfter ?? asked.length),
  }
}

type RealCookie = Awaited<ReturnType<RealPages['context']['cookies']>>[number]

const SAME_SITE = { Strict: 'strict', Lax: 'lax', None: 'none' } as const

function toView({ name, value, domain, path, secure, httpOnly, ...rest }: RealCookie): CookieView {
  return {
    name,
    value,
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    path,
    secure,
    httpOnly,
    sameSite: SAME_SITE[rest.sameSite],
    expires: rest.expires === -1 ? null : rest.expires * 1000,
    createdAt: 0,
    setBy: null,
  }
}
