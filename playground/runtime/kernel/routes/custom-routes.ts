// headers, redirects and rewrites of next.config: loaded by Next's own loader, matched by its own matchers.
import type { HeaderPair, HeaderPairs } from '../../wire/headers.ts'
import type { KernelToolchain, ParsedDestination, Rewrite, RouteParams } from '../contract.ts'
import type { UserConfig } from '../config/evaluate-config.ts'

export interface MatchedRequest {
  readonly url: URL
  readonly headers: HeaderPairs
}

interface Rule {
  readonly source: string
  readonly has?: readonly object[]
  readonly missing?: readonly object[]
}

type Compiled<R extends Rule> = R & { readonly match: (pathname: string) => RouteParams | false }

/** Where a rewrite leads: another path of the app, or another host. */
export type Rewritten =
  | { readonly type: 'inside'; readonly url: URL }
  | { readonly type: 'outside'; readonly url: string }

export interface CustomRoutes {
  headers(request: MatchedRequest): HeaderPair[]
  redirect(request: MatchedRequest): { readonly status: number; readonly location: string } | null
  rewrite(kind: RewriteKind, request: MatchedRequest): Rewritten | null
}

export type RewriteKind = 'beforeFiles' | 'afterFiles' | 'fallback' | 'interception'

export const NO_CUSTOM_ROUTES: CustomRoutes = {
  headers: () => [],
  redirect: () => null,
  rewrite: () => null,
}

/** @throws what Next's loader says about a malformed rule */
export async function loadCustomRoutes(
  toolchain: KernelToolchain,
  config: UserConfig,
): Promise<CustomRoutes> {
  const loaded = await toolchain.loadCustomRoutes({ ...config, i18n: null })
  const compile = <R extends Rule>(rules: readonly R[]) =>
    rules.map((rule) => compileRule(toolchain, rule))
  const headers = compile(loaded.headers)
  const redirects = compile(loaded.redirects.filter((rule) => !('internal' in rule)))
  const { beforeFiles, afterFiles, fallback } = loaded.rewrites
  const rewrites: Record<RewriteKind, Compiled<Rewrite>[]> = {
    beforeFiles: compile(beforeFiles),
    afterFiles: compile(afterFiles),
    fallback: compile(fallback),
    interception: [],
  }
  return {
    headers: (request) =>
      headers.flatMap((rule) => {
        const params = matchRule(toolchain, rule, request)
        const value = (text: string, found: RouteParams) => toolchain.compileNonPath(text, found)
        return params
          ? rule.headers.map((one): HeaderPair => [
              value(one.key, params),
              value(one.value, params),
            ])
          : []
      }),
    redirect(request) {
      for (const rule of redirects) {
        const params = matchRule(toolchain, rule, request)
        if (!params) continue
        const destination = prepare(toolchain, request, {
          destination: rule.destination,
          params,
          appendParamsToQuery: false,
        })
        return {
          status: rule.statusCode ?? (rule.permanent ? 308 : 307),
          location: formatDestination(destination),
        }
      }
      return null
    },
    rewrite: (kind, request) => rewriteBy(toolchain, rewrites[kind], request),
  }
}

/** Next makes rewrites of intercepting routes; they match on the `next-url` header. */
export function interceptionRewrites(toolchain: KernelToolchain, rules: readonly Rewrite[]) {
  const compiled = rules.map((rule) => compileRule(toolchain, { ...rule, regex: '' }))
  return (request: MatchedRequest) => rewriteBy(toolchain, compiled, request)
}

function compileRule<R extends Rule>(toolchain: KernelToolchain, rule: R): Compiled<R> {
  const match = toolchain.getPathMatch(rule.source, {
    strict: true,
    removeUnnamedParams: true,
    sensitive: false,
  })
  return { ...rule, match }
}

function matchRule(
  toolchain: KernelToolchain,
  rule: Compiled<Rule>,
  request: MatchedRequest,
): RouteParams | null {
  // A slash at the end is no part of a rule (next/dist/lib/redirect-status.js, modifyRouteRegex): `/:path*` is `/` too.
  const { pathname } = request.url
  const params = rule.match(pathname) || rule.match(pathname.replace(/\/$/, ''))
  if (!params) return null
  if (!rule.has && !rule.missing) return params
  const query = Object.fromEntries(request.url.searchParams)
  const found = toolchain.matchHas(requestLike(request), query, rule.has, rule.missing)
  return found ? { ...params, ...found } : null
}

function requestLike({ url, headers }: MatchedRequest): object {
  const table = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]))
  const cookies = (table['cookie'] ?? '').split(/; */).filter((pair) => pair !== '')
  const split = cookies.map((pair) => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1)])
  return { headers: table, cookies: Object.fromEntries(split), url: url.pathname + url.search }
}

function rewriteBy(
  toolchain: KernelToolchain,
  rules: readonly Compiled<Rewrite>[],
  request: MatchedRequest,
): Rewritten | null {
  for (const rule of rules) {
    const params = matchRule(toolchain, rule, request)
    if (!params) continue
    const destination = prepare(toolchain, request, {
      destination: rule.destination,
      params,
      appendParamsToQuery: true,
    })
    const formatted = formatDestination(destination)
    if (destination.hostname) return { type: 'outside', url: formatted }
    return { type: 'inside', url: new URL(formatted, request.url) }
  }
  return null
}

function prepare(
  toolchain: KernelToolchain,
  { url }: MatchedRequest,
  options: { destination: string; params: RouteParams; appendParamsToQuery: boolean },
): ParsedDestination {
  const query: RouteParams = Object.fromEntries(url.searchParams)
  return toolchain.prepareDestination({ ...options, query }).parsedDestination
}

function formatDestination(parsed: ParsedDestination): string {
  const host = parsed.hostname
    ? `${parsed.protocol}//${parsed.hostname}${parsed.port ? `:${parsed.port}` : ''}`
    : ''
  const search = new URLSearchParams(
    Object.entries(parsed.query).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, String(one)]),
    ),
  ).toString()
  return `${host}${parsed.pathname}${search === '' ? '' : `?${search}`}${parsed.hash ?? ''}`
}
