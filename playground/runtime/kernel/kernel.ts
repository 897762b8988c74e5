// The kernel: one Next app in a worker. Answers the calls of `KernelOffer` and the app's requests; tells open pages
// what changed. Starting it is boot.ts's, one request is requests/answer.ts's.
import type { ConsoleLine } from '../wire/console-line.ts'
import { createFailure, FailureError } from '../wire/failure.ts'
import type { FileChanges, Files } from '../wire/files.ts'
import { getHeader } from '../wire/headers.ts'
import type { LearnerError } from '../wire/learner-error.ts'
import type { KernelBoot, KernelCalls, StageTimings, WriteReport } from '../wire/message.ts'
import type { Answers } from '../wire/port.ts'
import type { Answerer, MessageTarget, WireResponse } from '../wire/request-port.ts'
import { bootKernel, type BootedKernel } from './boot.ts'
import type { CompilerPort } from './compiler/compile-client.ts'
import { captureConsole, readFormat } from './console-capture.ts'
import type { KernelPageMessage } from './contract.ts'
import { describeError } from './errors/describe-error.ts'
import { StackMap } from './errors/stack-map.ts'
import { BuildTurns } from './graph/build-turns.ts'
import { serverHead } from './graph/evaluate.ts'
import { nativeFetch } from './platform/install.ts'
import { buildApp } from './production/build-app.ts'
import { emptyPrerenderManifest } from './production/prerender-manifest.ts'
import { routeTree } from './production/route-tree.ts'
import { installBuild, type BuiltApp } from './production/shipped-build.ts'
import { createAnswerer } from './requests/answerer.ts'
import { createAppFetch } from './requests/app-fetch.ts'
import { noteFetchCalls } from './requests/fetch-calls.ts'
import { clientHead } from './routes/client-chunk.ts'
import { installServerMethods } from './server-methods.ts'
import { applyChanges, buildAll } from './updates/apply-changes.ts'
import { PageMessages } from './updates/page-messages.ts'
import type { Snapshot } from './updates/page-update.ts'

export interface KernelHost {
  readonly compilerPort: CompilerPort
  brokerPort(): MessageTarget
  /** For the kernel's own files, not for the app. */
  fetchAsset(url: string): Promise<Response>
  update(message: KernelPageMessage): void
  console(line: ConsoleLine): void
  errors(errors: readonly LearnerError[]): void
  progress(detail: string): void
}

/** The page's hydration comes first on two cores. */
const COMPILER_DELAY_MS = 1_000

interface Running {
  readonly booted: BootedKernel
  readonly stackMap: StackMap
  readonly answer: Answerer
}

export class Kernel {
  private readonly host: KernelHost
  private readonly pages: PageMessages
  private running: Running | null = null
  private readonly writes = new BuildTurns()
  private readonly waiting: FileChanges[] = []
  /** What the pages last heard of, while errors keep updates from them. */
  private unsent: Snapshot | null = null
  private version = 0
  private isPreparing = false
  private known: readonly LearnerError[] = []

  constructor(host: KernelHost) {
    this.host = host
    this.pages = new PageMessages((message) => host.update(message))
    globalThis.fetch = createAppFetch(host.brokerPort, nativeFetch, {
      locate: async (stack) => {
        const map = this.running?.stackMap
        return map ? map.firstPlace(await map.mapText(stack)) : null
      },
      tell: (call, code) => host.brokerPort().postMessage({ type: 'fetch-code', call, code }, []),
    })
    noteFetchCalls()
  }

  readonly answers: Answers<KernelCalls> = {
    boot: (boot) => this.boot(boot),
    write: ({ changes }) => this.write(changes),
    load: ({ files, precompiled }) => this.load(files, precompiled),
    refresh: () => {
      this.pages.send({ type: 'refresh' })
      return null
    },
    build: async () => {
      const { routes, tree } = await this.build()
      if (tree !== '') console.log(tree)
      return routes
    },
    errors: () => this.errors(),
    pageMessage: ({ message }) => {
      this.pages.receive(message)
      return null
    },
    ping: () => null,
  }

  /** @throws FailureError `not-running` before it was booted */
  get booted(): BootedKernel {
    return this.started().booted
  }

  /** One request of the app. */
  readonly answer: Answerer = async (request) => {
    if (getHeader(request.headers, 'accept')?.includes('text/html')) this.pages.documentAsked()
    return this.prepareCompiler(await this.started().answer(request))
  }

  /** After the first page is out and had time to begin in the browser: the first edit then finds SWC ready. */
  private prepareCompiler(response: WireResponse): WireResponse {
    if (this.isPreparing) return response
    this.isPreparing = true
    const { compiler, toolchain } = this.started().booted
    const prepare = () =>
      void Promise.all([compiler.prepare(), toolchain()]).catch((cause: unknown) =>
        console.warn(cause),
      )
    const later = () => setTimeout(prepare, COMPILER_DELAY_MS)
    if (response.body === null) {
      later()
      return response
    }
    const body = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({ flush: () => void later() }),
    )
    return { ...response, body }
  }

  private async boot(boot: KernelBoot): Promise<StageTimings> {
    const booted = await bootKernel(boot, {
      compilerPort: this.host.compilerPort,
      fetchAsset: (url) => this.host.fetchAsset(url),
      progress: (detail) => this.host.progress(detail),
      findSourceMap: (url) => this.running?.stackMap.findSourceMap(url),
    })
    const { app, compiler, files, server, settings } = booted
    const stackMap = new StackMap({
      graph: app.graph,
      compiler,
      files,
      headOf: (node) =>
        node.layer === 'client' ? `(${clientHead(node, app.options)}` : serverHead(node, app.graph),
    })
    captureConsole({
      format: readFormat(server.requireExternal('util')),
      mapStack: (text) => stackMap.mapText(text),
      emit: (line) => this.host.console(line),
    })
    installServerMethods({
      hostname: 'localhost',
      config: () => settings.config,
      sendErrors: (flight) => this.pages.send({ type: 'render-errors', flight }),
    })
    const answer = createAnswerer({
      booted,
      stackMap,
      onBuildError: (error) => this.remember([...this.known, error]),
    })
    this.running = { booted, stackMap, answer }
    return booted.timings
  }

  /** One after the other; those that come while one is under way are applied together, as one change. */
  private write(changes: FileChanges): Promise<WriteReport> {
    const start = performance.now()
    this.waiting.push(changes)
    return this.writes.take(async () => {
      if (this.waiting.length > 0) await this.applyWaiting()
      return { version: this.version, errors: this.known, ms: performance.now() - start }
    })
  }

  private async applyWaiting(): Promise<void> {
    const { booted } = this.started()
    const taken = this.waiting.splice(0)
    const changes: FileChanges = Object.assign({}, ...taken)
    this.version += taken.length
    const outcome = await applyChanges(booted, changes, this.version, this.unsent)
    if (outcome.changed.size === 0) return
    if (booted.meta.flavour === 'production') forgetBuild(booted)
    const errors = await this.describe(outcome.faults)
    this.remember(errors)
    this.unsent = errors.length > 0 ? outcome.before : null
    if (errors.length > 0) return
    if (outcome.mustReload) this.pages.send({ type: 'reload' })
    else if (outcome.update) this.pages.send(outcome.update)
  }

  private async load(files: Files, precompiled: string | null): Promise<WriteReport> {
    const { booted } = this.started()
    await booted.useStarter(precompiled)
    const gone = [...booted.files.paths()]
      .map((path) => path.slice(1))
      .filter((path) => !(path in files))
    booted.app.clear()
    const report = await this.write({
      ...Object.fromEntries(gone.map((path) => [path, null])),
      ...files,
    })
    this.pages.send({ type: 'reload' })
    return report
  }

  /** What `next build` does. @throws FailureError `bad-input` in the development flavour */
  async build(): Promise<BuiltApp> {
    const { booted, stackMap, answer } = this.started()
    if (booted.meta.flavour === 'development') {
      throw new FailureError(
        createFailure('build', 'bad-input', 'Only the production flavour builds.'),
      )
    }
    // Later, Next's caches in memory hold pages of other files.
    const shipped = this.version === 0 ? installBuild(booted) : null
    if (shipped !== null) return shipped
    const routes = await buildApp({
      booted,
      answer,
      setBuilding: (isBuilding) => void (booted.app.isBuilding = isBuilding),
      async describe(cause) {
        const { message, place, stack } = await describeError({ ...booted, stackMap }, cause)
        return [place && `${place.file}:${place.line}:${place.column}`, stack ?? message]
          .filter(Boolean)
          .join('\n')
      },
    })
    return { routes, tree: await routeTree(booted, routes) }
  }

  private async errors(): Promise<readonly LearnerError[]> {
    const errors = await this.describe(await buildAll(this.started().booted.app))
    this.remember(errors)
    return errors
  }

  private async describe(faults: readonly unknown[]): Promise<LearnerError[]> {
    const { booted, stackMap } = this.started()
    const described = await Promise.all(
      faults.map((cause) => describeError({ ...booted, stackMap }, cause)),
    )
    return withoutRepeats(described)
  }

  private remember(errors: readonly LearnerError[]): void {
    const distinct = withoutRepeats(errors)
    if (distinct.length === 0 && this.known.length === 0) return
    this.known = distinct
    this.pages.setErrors(distinct)
    this.host.errors(distinct)
  }

  private started(): Running {
    if (this.running) return this.running
    throw new FailureError(createFailure('next', 'not-running', 'The kernel has not been booted.'))
  }
}

/** What was built is of the files before. */
function forgetBuild(booted: BootedKernel): void {
  booted.prerender.current = emptyPrerenderManifest(booted.meta)
  booted.files.clearWritten()
}

function withoutRepeats(errors: readonly LearnerError[]): LearnerError[] {
  return [
    ...new Map(
      errors.map((error) => [JSON.stringify([error.message, error.place]), error]),
    ).values(),
  ]
}
