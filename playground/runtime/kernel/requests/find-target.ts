// Where a request leads after proxy.ts: rewrites in their three places, files of `public/`, routes. Matches only; answers
// nothing.
import type { FileContent } from '../../wire/files.ts'
import { getHeader, type HeaderPair, type HeaderPairs } from '../../wire/headers.ts'
import type { WireRequest } from '../../wire/request-port.ts'
import type { App } from '../app.ts'
import type { CustomRoutes, Rewritten, RewriteKind } from '../routes/custom-routes.ts'
import { NOT_FOUND, type RouteMatch } from '../routes/route-table.ts'
import { decodePath, withoutBasePath } from './mended-path.ts'
import type { StaticSource } from './static-answers.ts'

export interface TargetHost {
  readonly app: Pick<App, 'routes'>
  readonly statics: Pick<StaticSource, 'file'>
  customRoutes(): Promise<CustomRoutes>
  basePath(): string
  intercept(request: WireRequest): Promise<Rewritten | null>
}

export type Target =
  | { readonly type: 'outside'; readonly url: string }
  | { readonly type: 'file'; readonly path: string; readonly content: FileContent }
  | {
      readonly type: 'route'
      /** null: nothing is there. */
      readonly match: RouteMatch | null
      readonly url: URL
      /** What the client router hears of a rewrite. */
      readonly rewritten: HeaderPairs
    }

/** Addresses that Next answers with its 404 page, as a page of its own. */
const OWN_PAGES: ReadonlySet<string> = new Set(['/_not-found', '/404', '/500'])

export async function findTarget(
  host: TargetHost,
  request: WireRequest,
  from: URL,
): Promise<Target> {
  const table = await host.app.routes()
  const custom = await host.customRoutes()
  let url = from
  const rewrite = (kind: RewriteKind) => custom.rewrite(kind, { url, headers: request.headers })
  const look = () => lookUp(host, table.match, url)
  const first = (await host.intercept(request)) ?? rewrite('beforeFiles')
  if (first?.type === 'outside') return first
  if (first) url = first.url
  let found = look()
  for (const kind of ['afterFiles', 'fallback'] as const) {
    if (found?.type === 'file') return found
    // Next looks at afterFiles before dynamic routes, at fallback after them.
    if (found && (kind === 'fallback' || !found.match.route.isDynamic)) continue
    const next = rewrite(kind)
    if (next?.type === 'outside') return next
    if (!next) continue
    url = next.url
    found = look()
  }
  if (found?.type === 'file') return found
  const rewritten = rewriteHeaders(request, from, url)
  return { type: 'route', match: found?.match ?? null, url, rewritten }
}

type Found =
  Extract<Target, { type: 'file' }> | { readonly type: 'route'; readonly match: RouteMatch }

function lookUp(
  { statics, basePath }: TargetHost,
  match: (pathname: string) => RouteMatch | null,
  { pathname }: URL,
): Found | null {
  const below = withoutBasePath(pathname, basePath())
  if (below === null) return null
  const path = `/public${decodePath(below) ?? below}`
  const content = statics.file(path)
  if (content !== undefined) return { type: 'file', path, content }
  const bare = below.replace(/(.)\/$/, '$1')
  if (OWN_PAGES.has(bare)) return { type: 'route', match: { route: NOT_FOUND, params: {} } }
  const found = match(bare)
  return found && { type: 'route', match: found }
}

function rewriteHeaders({ headers }: WireRequest, from: URL, to: URL): HeaderPair[] {
  if (getHeader(headers, 'rsc') !== '1') return []
  const added: HeaderPair[] = []
  if (from.pathname !== to.pathname) added.push(['x-nextjs-rewritten-path', to.pathname])
  if (from.search !== to.search) added.push(['x-nextjs-rewritten-query', to.search.slice(1)])
  return added
}
