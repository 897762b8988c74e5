// What Next writes into .next/types/routes.d.ts for the routes of the workspace: PageProps, LayoutProps, RouteContext.
// The shapes are Next's own (next/dist/server/lib/router-utils/typegen.js). Left out: intercepting routes, and rewrites.

const PLACE = /^frontend\/app\/(?:(.+)\/)?(page|layout|route)\.[jt]sx?$/

interface Routes {
  readonly page: ReadonlySet<string>
  readonly layout: ReadonlySet<string>
  readonly route: ReadonlySet<string>
  /** Layout → its slots, `@modal` as `modal`. */
  readonly slots: ReadonlyMap<string, ReadonlySet<string>>
}

export function routeTypes(paths: readonly string[]): string {
  const { page, layout, route, slots } = findRoutes(paths)
  const all = [...new Set([...page, ...layout, ...route])].sort()
  return `import type { ReactNode } from 'react'
type AppRoutes = ${union(page)}
type LayoutRoutes = ${union(layout)}
type AppRouteHandlerRoutes = ${union(route)}
interface ParamMap {
${all.map((each) => `  ${JSON.stringify(each)}: ${paramsOf(each)}`).join('\n')}
}
interface LayoutSlotMap {
${[...layout].map((each) => `  ${JSON.stringify(each)}: ${union(slots.get(each) ?? new Set())}`).join('\n')}
}
declare global {
  interface PageProps<AppRoute extends AppRoutes> {
    params: Promise<ParamMap[AppRoute]>
    searchParams: Promise<Record<string, string | string[] | undefined>>
  }
  type LayoutProps<LayoutRoute extends LayoutRoutes> = {
    params: Promise<ParamMap[LayoutRoute]>
    children: ReactNode
  } & { [K in LayoutSlotMap[LayoutRoute]]: ReactNode }
  interface RouteContext<AppRouteHandlerRoute extends AppRouteHandlerRoutes> {
    params: Promise<ParamMap[AppRouteHandlerRoute]>
  }
}
`
}

function findRoutes(paths: readonly string[]): Routes {
  const found = { page: new Set<string>(), layout: new Set<string>(), route: new Set<string>() }
  const slots = new Map<string, Set<string>>()
  for (const path of paths) {
    const [, folder = '', kind] = PLACE.exec(path) ?? []
    if (kind !== 'page' && kind !== 'layout' && kind !== 'route') continue
    const segments = folder.split('/').filter(Boolean)
    found[kind].add(toRoute(segments))
    const at = segments.findIndex((segment) => segment.startsWith('@'))
    if (at < 0) continue
    const owner = toRoute(segments.slice(0, at))
    slots.set(owner, (slots.get(owner) ?? new Set()).add(segments[at]?.slice(1) ?? ''))
  }
  return { ...found, slots }
}

function toRoute(segments: readonly string[]): string {
  const shown = segments.filter((segment) => !/^(?:\(.*\)|@.*)$/.test(segment))
  return `/${shown.join('/')}`
}

function paramsOf(route: string): string {
  const members = route.split('/').flatMap((segment) => {
    const [, open, dots, name] = /^(\[{1,2})(\.\.\.)?([^\]]+)\]/.exec(segment) ?? []
    if (name === undefined) return []
    const optional = open === '[[' ? '?' : ''
    return [`${JSON.stringify(name)}${optional}: string${dots ? '[]' : ''}`]
  })
  return members.length === 0 ? '{}' : `{ ${members.join('; ')} }`
}

function union(names: ReadonlySet<string>): string {
  return (
    [...names]
      .sort()
      .map((name) => JSON.stringify(name))
      .join(' | ') || 'never'
  )
}
