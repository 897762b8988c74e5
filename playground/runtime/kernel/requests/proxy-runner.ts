// Finds, builds and matches the learner's proxy.ts; run-proxy.ts runs it.
import type { WireRequest } from '../../wire/request-port.ts'
import type { BootedKernel } from '../boot.ts'
import { moduleId } from '../graph/resource.ts'
import { PROXY_FILES, runProxy, type ProxyOutcome } from './run-proxy.ts'

type Adapter = (options: object) => Promise<{ readonly response: Response }>

export function createProxyRunner(
  booted: BootedKernel,
): (request: WireRequest) => Promise<ProxyOutcome | null> {
  const { app, files, server, settings } = booted
  return async (request) => {
    // `next build` renders what the proxy would keep a guest from: the shell is the same for everybody.
    if (app.isBuilding) return null
    const file = PROXY_FILES.find((path) => files.has(path))
    if (file === undefined) return null
    await app.turns.take(() => app.graph.ensure([{ resource: file, layer: 'rsc' }]))
    const module = toRecord(await server.webpack(moduleId(file, 'rsc')))
    if (!(await isMatched(booted, module, request))) return null
    const handler = module['proxy'] ?? module['middleware'] ?? module['default']
    const { adapter } = toRecord(server.requireExternal('next/dist/server/web/adapter'))
    return runProxy({
      handler,
      adapter: adapter as Adapter, // Next's own; its type is not exported for this use
      request,
      config: { basePath: settings.config.basePath, trailingSlash: settings.config.trailingSlash },
    })
  }
}

async function isMatched(
  booted: BootedKernel,
  module: Record<string, unknown>,
  request: WireRequest,
): Promise<boolean> {
  const { matcher } = toRecord(module['config'])
  const url = new URL(request.url)
  if (matcher === undefined) return true
  const toolchain = await booted.toolchain()
  const { basePath, trailingSlash } = booted.settings.config
  const matchers = toolchain.getMiddlewareMatchers(matcher, { basePath, trailingSlash, i18n: null })
  const headers = Object.fromEntries(
    request.headers.map(([name, value]) => [name.toLowerCase(), value]),
  )
  const cookies = Object.fromEntries(
    new URLSearchParams((headers['cookie'] ?? '').replace(/; */g, '&')),
  )
  const query = Object.fromEntries(url.searchParams)
  return toolchain.getMiddlewareRouteMatcher(matchers)(
    url.pathname,
    { headers, cookies, url: url.pathname },
    query,
  )
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.keys(value).map((key) => [key, Reflect.get(value, key)]))
    : {}
}
