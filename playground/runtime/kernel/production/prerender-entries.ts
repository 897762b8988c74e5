// Entries of Next's prerender manifest, in its own words (next/dist/build/index.js).
import type { RouteRegex } from '../contract.ts'

const BYPASS = [
  { type: 'header', key: 'next-action' },
  { type: 'header', key: 'content-type', value: 'multipart/form-data;.*' },
]
const ALLOWED_HEADERS = [
  'host',
  'x-matched-path',
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
  'x-next-revalidated-tags',
  'x-next-revalidate-tag-token',
]

interface StaticInput {
  readonly pathname: string
  readonly source: string
  readonly kind: 'page' | 'route'
  readonly cacheComponents: boolean
}

export function staticRouteEntry({ pathname, source, kind, cacheComponents }: StaticInput) {
  const isPage = kind === 'page'
  return {
    ...(cacheComponents && isPage
      ? { renderingMode: 'PARTIALLY_STATIC', experimentalPPR: true }
      : {}),
    routeType: kind,
    experimentalBypassFor: BYPASS,
    initialRevalidateSeconds: false,
    srcRoute: source,
    dataRoute: isPage ? `${pathname === '/' ? '/index' : pathname}.rsc` : null,
    prefetchDataRoute: undefined,
    allowHeader: ALLOWED_HEADERS,
  }
}

/** What came of it: the whole page, or a shell that is completed for each request. */
export function withOutcome(
  entry: ReturnType<typeof staticRouteEntry>,
  outcome: 'static' | 'partial',
): object {
  return outcome === 'static'
    ? { ...entry, response: 'complete', compute: 'static', prefetchDataRoute: entry.dataRoute }
    : { ...entry, response: 'initial', compute: 'resuming' }
}

interface DynamicInput {
  readonly kind: 'page' | 'route'
  readonly pathname: string
  readonly regex: RouteRegex
  readonly cacheComponents: boolean
  /** There is a generateStaticParams. */
  readonly isListed: boolean
  /** Some listed params were prerendered: their pages are proof enough, so the shell for any others may be empty. */
  readonly hasListedPages: boolean
  /** `dynamicParams = false`: what is not listed is a 404. */
  readonly onlyListed: boolean
}

export function dynamicRouteEntry({
  kind,
  pathname,
  regex,
  cacheComponents,
  isListed,
  hasListedPages,
  onlyListed,
}: DynamicInput): object {
  const params = Object.entries(regex.groups).map(([paramName, { repeat }]) => ({
    paramName,
    paramType: repeat ? 'catchall' : 'dynamic',
  }))
  return {
    experimentalPPR: cacheComponents,
    // Without it Next throws over a form or an action whose page has no kept shell (server/request/fallback-params.js).
    throwOnEmptyStaticShell: cacheComponents ? !hasListedPages : undefined,
    renderingMode: cacheComponents ? 'PARTIALLY_STATIC' : undefined,
    experimentalBypassFor: BYPASS,
    remainingPrerenderableParams: isListed && cacheComponents ? params : [],
    routeRegex: regex.re.source,
    dataRoute: kind === 'page' ? `${pathname}.rsc` : null,
    fallback: cacheComponents ? pathname : onlyListed ? false : null,
    fallbackRevalidate: false,
    fallbackRootParams: [],
    fallbackSourceRoute: pathname,
    fallbackRouteParams: cacheComponents ? params : [],
    allowHeader: ALLOWED_HEADERS,
  }
}
