// Joins a booted kernel to requests/answer.ts: proxy.ts, next.config's routes, the development client's questions, and
// the page for an error.
import { getHeader } from '../../wire/headers.ts'
import {
  readBody,
  type Answerer,
  type WireRequest,
  type WireResponse,
} from '../../wire/request-port.ts'
import type { LearnerError } from '../../wire/learner-error.ts'
import type { BootedKernel } from '../boot.ts'
import type { UserConfig } from '../config/evaluate-config.ts'
import { wasPrinted } from '../console-capture.ts'
import { describeError } from '../errors/describe-error.ts'
import { Instrumentation } from '../instrumentation.ts'
import { refuseUnlisted } from '../production/listed-params.ts'
import { errorPage } from '../errors/error-page.ts'
import { answerOriginalFrames, ORIGINAL_FRAMES_PATH } from '../errors/original-frames.ts'
import type { StackMap } from '../errors/stack-map.ts'
import {
  interceptionRewrites,
  loadCustomRoutes,
  NO_CUSTOM_ROUTES,
  type CustomRoutes,
} from '../routes/custom-routes.ts'
import { NOT_FOUND } from '../routes/route-table.ts'
import { answerRequest, type AnswerHost } from './answer.ts'
import type { NodeStreamModule } from './node-request.ts'
import { createProxyRunner } from './proxy-runner.ts'
import { headersOfFailed } from './run-route.ts'
import { missingMark } from './rsc-mark.ts'
import { serverErrorAnswer, textAnswer } from './wire-answers.ts'

export interface AnswererInput {
  readonly booted: BootedKernel
  readonly stackMap: StackMap
  /** A route could not be built: open pages and the editor want to know. */
  onBuildError(error: LearnerError): void
}

export function createAnswerer(input: AnswererInput): Answerer {
  const { booted, stackMap } = input
  const { app, files, server, meta } = booted
  const isDevelopment = meta.flavour === 'development'
  const custom = createCustomRoutes(booted)
  const instrumentation = new Instrumentation(booted)
  app.onHandler = (module) => {
    instrumentation.attach(module)
    booted.settings.cacheHandlers.attach(module)
  }
  const host: AnswerHost = {
    app,
    isDevelopment,
    stream: streamModule(server.requireExternal('stream')),
    statics: {
      isDevelopment,
      file: (path) => files.get(path),
      chunk: (name) => app.chunk(name),
      style: (name) => app.style(name),
    },
    customRoutes: custom,
    register: () => instrumentation.register(),
    trailingSlash: () => booted.settings.config.trailingSlash,
    basePath: () => booted.settings.config.basePath,
    missingMark: ({ headers, url }) => missingMark(server, headers, new URL(url)),
    metadataFile: ({ route: { file, isDynamic } }) => {
      if (!isDevelopment || isDynamic || file === null || /\.[jt]sx?$/.test(file)) return null
      const content = files.get(file)
      return content === undefined ? null : { path: file, content }
    },
    isPrerendered: ({ pathname }) => pathname in booted.prerender.current.routes,
    isRefused: isDevelopment ? refuseUnlisted(booted) : () => Promise.resolve(false),
    configFault: () => booted.settings.fault,
    async intercept(request) {
      const { interceptions } = await app.routes()
      if (interceptions.length === 0) return null
      const match = interceptionRewrites(await booted.toolchain(), interceptions)
      return match({ url: new URL(request.url), headers: request.headers })
    },
    runProxy: createProxyRunner(booted),
    answerDevelopment(request) {
      if (!isDevelopment || new URL(request.url).pathname !== ORIGINAL_FRAMES_PATH) return null
      return answerOriginalFrames({ ...booted, stackMap }, request)
    },
    errorAnswer: (cause, request) => errorAnswer(input, cause, request),
    missingAnswer(request) {
      const hasApp = [...files.paths()].some((path) => /^\/(src\/)?app\//.test(path))
      const { pathname } = new URL(request.url)
      if (hasApp && pathname === '/')
        console.warn('/ has no page: frontend/app/page.tsx does not exist.')
      // Counts as opened, so that this page hears of the first file.
      app.opened.add(NOT_FOUND.page)
      if (hasApp) return null
      const message =
        'There is no app yet. Create frontend/app/layout.tsx and frontend/app/page.tsx.'
      const error = { end: 'next', message, place: null, codeFrame: null, stack: null } as const
      const page = errorPage('missing', meta.flavour, error)
      return textAnswer(404, 'text/html; charset=utf-8', page, [['cache-control', 'no-store']])
    },
    fetchOutside: async (url, request) => {
      const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
      const body = hasBody ? await readBody(request.body) : undefined
      const headers = request.headers
        .filter(([name]) => name.toLowerCase() !== 'host')
        .map(([name, value]): [string, string] => [name, value])
      return fetch(url, {
        method: request.method,
        headers,
        redirect: 'manual',
        ...(body ? { body: new Uint8Array(body) } : {}),
      })
    },
  }
  return (request) => answerRequest(host, request)
}

/** Read again whenever next.config was. */
function createCustomRoutes({ settings, toolchain }: BootedKernel): () => Promise<CustomRoutes> {
  let read: { readonly from: UserConfig; readonly routes: Promise<CustomRoutes> } | null = null
  return () => {
    const { userConfig } = settings
    if (read?.from !== userConfig) {
      const hasRules = ['headers', 'redirects', 'rewrites'].some(
        (name) => typeof userConfig[name] === 'function',
      )
      const routes = hasRules
        ? toolchain().then((tools) => loadCustomRoutes(tools, userConfig))
        : Promise.resolve(NO_CUSTOM_ROUTES)
      read = { from: userConfig, routes }
    }
    return read.routes
  }
}

/** A document gets a page; anything else gets the text, which is what its code or the wire pane can show. */
async function errorAnswer(
  input: AnswererInput,
  cause: unknown,
  request: WireRequest,
): Promise<WireResponse> {
  const { booted, stackMap } = input
  const error = await describeError({ ...booted, stackMap }, cause)
  if (!wasPrinted(cause))
    console.error(error.stack ?? [error.message, error.codeFrame].filter(Boolean).join('\n'))
  const kind = error.stack === null ? 'build' : 'run'
  if (kind === 'build') input.onBuildError(error)
  if (kind === 'run' && booted.meta.flavour === 'production')
    return serverErrorAnswer(headersOfFailed(cause))
  const noStore = [['cache-control', 'no-store']] as const
  if (!getHeader(request.headers, 'accept')?.includes('text/html')) {
    const text = [error.message, error.place && `${error.place.file}:${error.place.line}`]
      .filter(Boolean)
      .join('\n')
    return textAnswer(500, 'text/plain; charset=utf-8', text, noStore)
  }
  return textAnswer(
    500,
    'text/html; charset=utf-8',
    errorPage(kind, booted.meta.flavour, error),
    noStore,
  )
}

function streamModule(value: unknown): NodeStreamModule {
  // Node's own shape, from the platform.
  return value as NodeStreamModule
}
