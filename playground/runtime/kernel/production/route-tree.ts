// The table of routes at the end of `next build` (○ ● ◐ ƒ), written by Next's own code from what our build found. Times
// and sizes are not in it: Next prints times only of pages that took long, and sizes no more.
import type { BuiltRoute } from '../../wire/message.ts'
import type { NextConfig } from '../config/kernel-config.ts'
import type { KernelToolchain } from '../contract.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import type { Route } from '../routes/route-table.ts'
import { PROXY_FILES } from '../requests/run-proxy.ts'

interface TreeHost {
  readonly files: Pick<FrontendFiles, 'has'>
  readonly app: {
    routes(): Promise<{ readonly routes: readonly Pick<Route, 'pathname' | 'kind'>[] }>
  }
  readonly settings: { readonly config: Pick<NextConfig, 'cacheComponents'> }
  toolchain(): Promise<Pick<KernelToolchain, 'printTreeView'>>
}

/** @returns no text when a route did not build: `next build` ends before its table then */
export async function routeTree(
  { files, app, settings, toolchain }: TreeHost,
  built: readonly BuiltRoute[],
): Promise<string> {
  if (built.some(({ kind }) => kind === 'error')) return ''
  const { printTreeView } = await toolchain()
  const { routes } = await app.routes()
  const handlers = new Set(
    routes.filter(({ kind }) => kind === 'route').map(({ pathname }) => pathname),
  )
  const { cacheComponents } = settings.config
  const pages = describePages(built, (route) => cacheComponents && !handlers.has(route))
  const hasProxy = PROXY_FILES.some((path) => files.has(path))
  return printed(() =>
    printTreeView({ app: pages.paths, pages: [] }, pages.infos, {
      middlewareManifest: { middleware: {} },
      functionsConfigManifest: { functions: hasProxy ? { '/_middleware': {} } : {} },
      hasGSPAndRevalidateZero: pages.partly,
      useStaticPages404: false,
    }),
  )
}

interface Pages {
  readonly paths: readonly string[]
  readonly infos: Map<string, object>
  /** With listed params of which some turned out to be dynamic. */
  readonly partly: ReadonlySet<string>
}

/** In the words of next/dist/build/index.js, `pageInfos`. */
function describePages(
  built: readonly BuiltRoute[],
  mayBePartial: (route: string) => boolean,
): Pages {
  const infos = new Map<string, object>()
  const partly = new Set<string>()
  const describe = (one: BuiltRoute) => describeRoute(one, mayBePartial(one.route))
  const routes = [...new Set(built.map(({ route }) => route))]
  for (const route of routes) {
    const own = built.filter((one) => one.route === route)
    const listed = own.filter(({ path }) => path !== route)
    const kept = listed.filter(({ kind }) => kind !== 'dynamic')
    if (kept.length > 0 && kept.length < listed.length) partly.add(route)
    for (const one of kept) infos.set(one.path, { ...describe(one), isStatic: false, isSSG: true })
    const whole = own.find(({ path }) => path === route)
    // The shell for any params is one of the outputs (next/dist/build/static-paths/app.js).
    const shells = whole?.kind === 'partial' && route.includes('[') ? [route] : []
    const children = [...shells, ...kept.map(({ path }) => path)]
    const last = listed.at(-1)
    infos.set(route, {
      ...(whole && describe(whole)),
      ...(last && { initialCacheControl: cacheControl(last) }),
      ssgPageRoutes: children.length > 0 ? children : null,
      isSSG: children.length > 0,
    })
  }
  return { paths: routes, infos, partly }
}

function describeRoute(built: BuiltRoute, mayBePartial: boolean): object {
  const { kind } = built
  return {
    isStatic: kind === 'static',
    isRoutePPREnabled: mayBePartial && kind !== 'dynamic',
    hasPostponed: kind === 'partial',
    initialCacheControl: cacheControl(built),
  }
}

function cacheControl({ revalidate, expire }: BuiltRoute): object {
  return { revalidate: revalidate ?? false, expire: expire ?? undefined }
}

/** What is printed with console.log meanwhile. */
async function printed(print: () => Promise<void>): Promise<string> {
  const { log } = console
  const lines: string[] = []
  console.log = (...values: unknown[]) => void lines.push(values.join(' '))
  try {
    await print()
  } finally {
    console.log = log
  }
  return lines.join('\n').trim()
}
