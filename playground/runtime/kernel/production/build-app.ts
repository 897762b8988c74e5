// `next build` in small: asks each route that may be static for its page, with the prerender manifest saying that it
// is one, and learns from Next's own errors which are not. What was rendered stays in Next's incremental cache, so that
// the next request is a hit. Not Next's export path: route classes by segment config that neither fetches nor throws
// (`dynamic = 'error'`, `revalidate`) are Next's to decide at request time.
import type { WireResponse } from '../../wire/request-port.ts'
import { createWireRequest, readBody } from '../../wire/request-port.ts'
import { NEXT_ORIGIN, type BuiltRoute } from '../../wire/message.ts'
import { getHeader } from '../../wire/headers.ts'
import type { BootedKernel } from '../boot.ts'
import { moduleId } from '../graph/resource.ts'
import { NOT_FOUND, type Route } from '../routes/route-table.ts'
import { emptyPrerenderManifest } from './prerender-manifest.ts'
import { dynamicRouteEntry, staticRouteEntry, withOutcome } from './prerender-entries.ts'
import { trailingSlashRedirect } from '../requests/mended-path.ts'
import { cacheTimes, NO_TIMES, type CacheTimes } from './cache-times.ts'
import { fillPath, readStaticParams } from './static-params.ts'
import { watchErrors } from './watch-errors.ts'

/** A page that does not settle is an endless loop or a wait for something that never comes. */
const PAGE_DEADLINE_MS = 20_000

export interface BuildHost {
  readonly booted: BootedKernel
  answer(request: ReturnType<typeof createWireRequest>): Promise<WireResponse>
  /** While true, rendering knows that it is the build. */
  setBuilding(isBuilding: boolean): void
  describe(cause: unknown): Promise<string>
}

export async function buildApp(host: BuildHost): Promise<readonly BuiltRoute[]> {
  const { booted } = host
  booted.prerender.current = emptyPrerenderManifest(booted.meta)
  for (const page of Object.keys(booted.app.prefetchHints)) delete booted.app.prefetchHints[page]
  booted.files.clearWritten()
  const { routes } = await booted.app.routes()
  const built: BuiltRoute[] = []
  host.setBuilding(true)
  try {
    for (const route of [NOT_FOUND, ...routes]) built.push(...(await buildRoute(host, route)))
  } finally {
    host.setBuilding(false)
    // Another object: Next keeps what it read of one.
    booted.prerender.current = { ...booted.prerender.current }
  }
  return built
}

async function buildRoute(host: BuildHost, route: Route): Promise<BuiltRoute[]> {
  const { booted } = host
  const isDynamic = builtRoute(route, route.pathname, 'dynamic')
  try {
    const segment = await evaluateSegment(booted, route)
    if (segment['dynamic'] === 'force-dynamic') return [isDynamic]
    if (route.kind === 'route' && !isStaticHandler(booted, route, segment)) return [isDynamic]
    if (!route.isDynamic) return [await prerender(host, route, route.pathname)]
    return await buildParams(host, route)
  } catch (cause) {
    return [await failedRoute(host, route, route.pathname, cause)]
  }
}

function builtRoute(
  { pathname }: Route,
  path: string,
  kind: BuiltRoute['kind'],
  times: CacheTimes = NO_TIMES,
): BuiltRoute {
  return { path, route: pathname, kind, message: null, ...times }
}

async function failedRoute(
  { describe }: BuildHost,
  route: Route,
  path: string,
  cause: unknown,
): Promise<BuiltRoute> {
  return { ...builtRoute(route, path, 'error'), message: await describe(cause) }
}

/** The page's or handler's own exports: segment config, generateStaticParams. */
async function evaluateSegment(
  booted: BootedKernel,
  route: Route,
): Promise<Record<string, unknown>> {
  await booted.app.ensure(route)
  const id = moduleId(route.file ?? '', 'rsc')
  // Metadata files are reached through a loader, under another id.
  if (!(id in booted.server.webpack.m)) return {}
  const exports: unknown = await booted.server.webpack(id)
  if (typeof exports !== 'object' || exports === null) return {}
  return Object.fromEntries(Object.keys(exports).map((name) => [name, Reflect.get(exports, name)]))
}

/** Metadata files (icon, sitemap, robots) are handlers that Next prerenders. */
function isStaticHandler(
  booted: BootedKernel,
  route: Route,
  segment: Record<string, unknown>,
): boolean {
  const isMetadata = route.file !== null && !/\/route\.[jt]sx?$/.test(route.file)
  return (
    isMetadata || booted.settings.config.cacheComponents || segment['dynamic'] === 'force-static'
  )
}

async function buildParams(host: BuildHost, route: Route): Promise<BuiltRoute[]> {
  const { booted } = host
  const { cacheComponents } = booted.settings.config
  const { listed, onlyListed } = await readStaticParams(booted, route)
  // A handler has no shell: without listed params it runs for each request.
  if (listed === null && (!cacheComponents || route.kind === 'route'))
    return [builtRoute(route, route.pathname, 'dynamic')]
  const built: BuiltRoute[] = []
  for (const params of listed ?? [])
    built.push(await prerender(host, route, fillPath(route.pathname, params)))
  // Only now: with it, Next would render the listed ones as shells for any params.
  const regex = (await booted.toolchain()).getRouteRegex(route.pathname)
  booted.prerender.current.dynamicRoutes[route.pathname] = dynamicRouteEntry({
    kind: route.kind,
    pathname: route.pathname,
    regex,
    cacheComponents,
    isListed: listed !== null,
    hasListedPages: listed !== null && listed.length > 0,
    onlyListed,
  })
  return [...built, builtRoute(route, route.pathname, cacheComponents ? 'partial' : 'dynamic')]
}

async function prerender(host: BuildHost, route: Route, pathname: string): Promise<BuiltRoute> {
  const { booted } = host
  const { routes } = booted.prerender.current
  const { cacheComponents } = booted.settings.config
  const { kind } = route
  const entry = staticRouteEntry({ pathname, source: route.pathname, kind, cacheComponents })
  routes[pathname] = entry
  const errors = watchErrors(isDynamicUsage)
  booted.app.cacheControl = null
  try {
    const response = await withDeadline(ask(host, pathname), pathname)
    const outcome = readOutcome(response, errors.seen)
    if (outcome === 'static' || outcome === 'partial') {
      if (cacheComponents) routes[pathname] = withOutcome(entry, outcome)
      return builtRoute(route, pathname, outcome, cacheTimes(booted, response))
    }
    delete routes[pathname]
    const [cause] = errors.seen
    if (outcome === 'dynamic') return builtRoute(route, pathname, 'dynamic')
    return await failedRoute(host, route, pathname, cause)
  } catch (cause) {
    delete routes[pathname]
    if (isDynamicUsage(cause) || errors.seen.some(isDynamicUsage))
      return builtRoute(route, pathname, 'dynamic')
    return await failedRoute(host, route, pathname, errors.seen[0] ?? cause)
  } finally {
    errors.stop()
  }
}

async function ask(host: BuildHost, pathname: string): Promise<WireResponse> {
  const headers = [['accept', 'text/html']] as const
  const response = await host.answer(
    createWireRequest({ method: 'GET', url: addressOf(host, pathname), headers }),
  )
  await readBody(response.body)
  return response
}

function addressOf({ booted }: BuildHost, pathname: string): string {
  const { basePath, trailingSlash } = booted.settings.config
  const url = new URL(basePath + encodePath(pathname), NEXT_ORIGIN)
  return NEXT_ORIGIN + (trailingSlashRedirect(url, trailingSlash)?.location ?? url.pathname)
}

/** The manifest holds paths as they read; an address escapes each part. */
function encodePath(pathname: string): string {
  return pathname.split('/').map(encodeURIComponent).join('/')
}

function readOutcome(response: WireResponse, errors: readonly unknown[]): BuiltRoute['kind'] {
  if (errors.some(isDynamicUsage)) return 'dynamic'
  if (errors.length > 0) return 'error'
  if (response.status >= 500) return 'dynamic'
  return getHeader(response.headers, 'x-nextjs-postponed') === null ? 'static' : 'partial'
}

function isDynamicUsage(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false
  const digest = 'digest' in cause ? String(cause.digest) : ''
  const message = 'message' in cause ? String(cause.message) : ''
  return (
    digest === 'DYNAMIC_SERVER_USAGE' ||
    /Page changed from static to dynamic at runtime|couldn't be rendered statically/.test(message)
  )
}

function withDeadline<Out>(work: Promise<Out>, pathname: string): Promise<Out> {
  const { promise, reject } = Promise.withResolvers<never>()
  const seconds = PAGE_DEADLINE_MS / 1000
  const timer = setTimeout(
    () => reject(new Error(`${pathname} did not finish within ${seconds} s.`)),
    PAGE_DEADLINE_MS,
  )
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}
