// The routes of the app, read from its files by Next's own functions: page names, sorting, parallel slots,
// catch-alls, metadata files, interception rewrites. It matches; it does not build or answer.
import type { KernelToolchain, Rewrite, RouteParams } from '../contract.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import { decodePath } from '../requests/mended-path.ts'

export interface Route {
  /** As a request sees it: `/users/[id]`. */
  readonly pathname: string
  /** As Next names it: `/(shop)/users/[id]/page`. */
  readonly page: string
  /** null for the built-in 404. */
  readonly file: string | null
  readonly kind: 'page' | 'route'
  readonly appPaths: readonly string[]
  readonly isDynamic: boolean
}

export interface RouteMatch {
  readonly route: Route
  readonly params: RouteParams
}

/** Plain data: shipped with starters, so that their first page needs none of Next's build-time code. */
export interface RouteList {
  readonly routes: readonly Route[]
  readonly appDir: string
  /** Every app path there is, Next's `allNormalizedAppPaths`. */
  readonly allPaths: readonly string[]
  readonly interceptions: readonly Rewrite[]
}

export interface RouteTable extends RouteList {
  match(pathname: string): RouteMatch | null
}

/** Next's matcher: in toolchain.js, and for starters in server.js. */
export type RouteMatching = Pick<KernelToolchain, 'getRouteRegex' | 'getRouteMatcher'>

export const NOT_FOUND: Route = {
  pathname: '/_not-found',
  page: '/_not-found/page',
  file: null,
  kind: 'page',
  appPaths: ['/_not-found/page'],
  isDynamic: false,
}

export const PAGE_EXTENSIONS = ['tsx', 'ts', 'jsx', 'js'] as const

export function readRoutes(toolchain: KernelToolchain, files: FrontendFiles): RouteList {
  const appDir =
    files.kind('/app') === null && files.kind('/src/app') !== null ? '/src/app' : '/app'
  const pages = readPages(toolchain, files, appDir)
  const own: Record<string, string[]> = {}
  for (const page of pages.keys()) {
    // `%5Fname` is a folder whose address begins with an underscore (normalizeAppPageEntryPathname).
    const pathname = toolchain.normalizeAppPath(page).replaceAll('%5F', '_')
    own[pathname] = [...(own[pathname] ?? []), page]
  }
  const withCatchAlls = structuredClone(own)
  toolchain.normalizeCatchAllRoutes(withCatchAlls, {
    strictRouteMatching: false,
    defaultAppPaths: [],
  })
  for (const paths of Object.values(withCatchAlls)) paths.sort(toolchain.compareAppPaths)
  const routes = toolchain.getSortedRoutes(Object.keys(own)).map((pathname): Route => {
    const page = (own[pathname] ?? []).sort(toolchain.compareAppPaths).at(-1) ?? ''
    return {
      pathname,
      page,
      file: pages.get(page) ?? null,
      kind: page.endsWith('/route') ? 'route' : 'page',
      appPaths: withCatchAlls[pathname] ?? [page],
      isDynamic: toolchain.isDynamicRoute(pathname),
    }
  })
  return {
    routes,
    appDir,
    allPaths: Object.keys(withCatchAlls),
    interceptions: toolchain.generateInterceptionRoutesRewrites(Object.keys(own), ''),
  }
}

export function createRouteTable(matching: RouteMatching, list: RouteList): RouteTable {
  return { ...list, match: createMatch(matching, list.routes) }
}

/** Page name -> file. */
function readPages(
  toolchain: KernelToolchain,
  files: FrontendFiles,
  appDir: string,
): Map<string, string> {
  const pages = new Map<string, string>()
  for (const file of files.paths()) {
    if (!file.startsWith(`${appDir}/`)) continue
    const inside = file.slice(appDir.length)
    if (inside.split('/').some((segment) => segment.startsWith('_'))) continue
    const page = /^(.*\/(?:page|route))\.(?:tsx|ts|jsx|js)$/.exec(inside)?.[1]
    if (page !== undefined) pages.set(page, file)
    else if (toolchain.isMetadataRouteFile(inside, PAGE_EXTENSIONS, true)) {
      pages.set(metadataPage(toolchain, inside, files.text(file) ?? ''), file)
    }
  }
  return pages
}

function metadataPage(toolchain: KernelToolchain, inside: string, source: string): string {
  const key = inside.replace(/\.(tsx|ts|jsx|js)$/, '')
  const makesSeveral = /export[^;\n]*\b(generateImageMetadata|generateSitemaps)\b/.test(source)
  return toolchain.normalizeMetadataPageToRoute(toolchain.normalizeMetadataRoute(key), makesSeveral)
}

function createMatch(matching: RouteMatching, routes: readonly Route[]): RouteTable['match'] {
  const fixed = new Map(
    routes.filter((route) => !route.isDynamic).map((route) => [route.pathname, route]),
  )
  const dynamic = routes
    .filter((route) => route.isDynamic)
    .map((route) => ({
      route,
      match: matching.getRouteMatcher(matching.getRouteRegex(route.pathname)),
    }))
  return (pathname) => {
    const exact = fixed.get(pathname) ?? fixed.get(decodePath(pathname) ?? '')
    if (exact) return { route: exact, params: {} }
    // As it came: a `%2F` in it is no slash, and Next's matcher decodes what it captures.
    for (const { route, match } of dynamic) {
      const params = match(pathname)
      if (params) return { route, params }
    }
    return null
  }
}
