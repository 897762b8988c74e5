// Static params in development: a build knows them, `next dev` asks for them when a page is asked for. Asked once until
// files change; what is listed is told to Next by its prerender manifest, as its development server does.
import type { BootedKernel } from '../boot.ts'
import type { Route, RouteMatch } from '../routes/route-table.ts'
import { dynamicRouteEntry } from './prerender-entries.ts'
import { readStaticParams, sameParams, type StaticParams } from './static-params.ts'

/** @returns whether a match must be answered with 404: `dynamicParams = false`, and its params are not listed */
export function refuseUnlisted(booted: BootedKernel): (match: RouteMatch) => Promise<boolean> {
  const known = new Map<string, { readonly version: number; readonly params: StaticParams }>()
  return async ({ route, params }) => {
    if (!route.isDynamic) return false
    await booted.app.ensure(route)
    const { version } = booted.app
    const before = known.get(route.page)
    const found =
      before?.version === version ? before.params : await readStaticParams(booted, route)
    if (before?.version !== version) {
      known.set(route.page, { version, params: found })
      await publish(booted, route, found)
    }
    const { listed, onlyListed } = found
    return onlyListed && !(listed ?? []).some((one) => sameParams(one, params))
  }
}

async function publish(
  { prerender, settings, toolchain }: BootedKernel,
  { kind, pathname }: Route,
  { listed }: StaticParams,
): Promise<void> {
  const { cacheComponents } = settings.config
  const dynamicRoutes = { ...prerender.current.dynamicRoutes }
  delete dynamicRoutes[pathname]
  if (listed !== null && (listed.length > 0 || !cacheComponents)) {
    const regex = (await toolchain()).getRouteRegex(pathname)
    const entry = dynamicRouteEntry({
      kind,
      pathname,
      regex,
      cacheComponents,
      isListed: true,
      hasListedPages: listed.length > 0,
      // Whether others may be asked for is decided here: nothing is prerendered that Next could look up.
      onlyListed: false,
    })
    // There is no shell that was built ahead (next/dist/server/dev/next-dev-server.js, getStaticPaths).
    dynamicRoutes[pathname] = { ...entry, experimentalPPR: undefined, renderingMode: undefined }
  }
  // Another object: Next keeps what it read of one.
  prerender.current = { ...prerender.current, dynamicRoutes }
}
