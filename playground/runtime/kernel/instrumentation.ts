// The learner's instrumentation.ts: `register` before the first request, `onRequestError` when one fails.
import type { BootedKernel } from './boot.ts'
import { moduleId } from './graph/resource.ts'
import type { RouteHandlerModule } from './requests/run-route.ts'

const NAMES = ['/instrumentation.ts', '/instrumentation.js'] as const
const FILES: readonly string[] = [...NAMES, ...NAMES.map((name) => `/src${name}`)]

type Hook = (...values: readonly unknown[]) => unknown

export class Instrumentation {
  private readonly booted: BootedKernel
  /** As it was when it was registered: an edit registers anew. */
  private registered: object | null = null
  private registering: Promise<unknown> = Promise.resolve()

  constructor(booted: BootedKernel) {
    this.booted = booted
  }

  /** @throws what the file throws, or what keeps it from being compiled */
  async register(): Promise<void> {
    const exports = await this.load()
    if (exports === this.registered) {
      await this.registering
      return
    }
    this.registered = exports
    const { register } = Object(exports)
    this.registering = Promise.resolve(isHook(register) ? register() : null)
    await this.registering
  }

  /** Next looks for the file on disk; here its route modules ask us. */
  attach(module: RouteHandlerModule): void {
    const { routeModule } = module
    if (!routeModule) return
    routeModule.instrumentationOnRequestError = async (_request, cause, request, context) => {
      // `next build` has no server that requests could fail on.
      if (this.booted.app.isBuilding) return
      try {
        const { onRequestError } = Object(await this.load())
        if (isHook(onRequestError))
          await onRequestError(cause, request, withoutLeaf(Object(context)))
      } catch (cause) {
        // Next's words; the request's own error is on its way already.
        console.error('Error in instrumentation.onRequestError:', cause)
      }
    }
  }

  private async load(): Promise<object | null> {
    const { app, files, server } = this.booted
    const file = FILES.find((path) => files.has(path))
    if (file === undefined) return null
    const id = moduleId(file, 'rsc')
    if (!(id in server.webpack.c))
      await app.turns.take(() => app.graph.ensure([{ resource: file, layer: 'rsc' }]))
    const exports: unknown = await server.webpack(id)
    return Object(exports)
  }
}

/** `/users/[id]/page` -> `/users/[id]`: as documented, and as Turbopack's build names it. */
function withoutLeaf(context: object): object {
  const path: unknown = Object(context).routePath
  if (typeof path !== 'string') return context
  return { ...context, routePath: path.replace(/\/(?:page|route)$/, '') || '/' }
}

function isHook(value: unknown): value is Hook {
  return typeof value === 'function'
}
