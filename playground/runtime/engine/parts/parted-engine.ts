// What both engines have in common: preview, broker and backend on the preview origin, and a kernel that each engine
// starts in its own way (started-kernel.ts). Runs on the site's page. It says in which order things happen; what each
// part does is in the part's own folder.
import { createFailure, FailureError, toFailure } from '../../wire/failure.ts'
import type { FileChanges, Files } from '../../wire/files.ts'
import type { SqlValue } from '../../wire/hop.ts'
import type { BuiltRoute, ElementQuery, Flavour, PageAction, Part } from '../../wire/message.ts'
import type { StageName } from '../../wire/stage.ts'
import type {
  End,
  Engine,
  EngineEvents,
  EngineRequest,
  EngineState,
  EngineTerminal,
  StartOptions,
  WrittenReport,
} from '../engine.ts'
import { AppPages } from './app-pages.ts'
import { applyChanges } from './apply-changes.ts'
import { createEmitter } from './emitter.ts'
import { watchCutPage } from './cut-page.ts'
import { EngineParts } from './engine-parts.ts'
import { createErrorBook } from './error-book.ts'
import { fetchThroughBroker } from './fetch-through-broker.ts'
import { filesBelow, precompiledUrl, splitChanges } from './part-ports.ts'
import { pageListeners, partListeners } from './listeners.ts'
import { createRestartBudget } from './restart-budget.ts'
import { createStageBoard, type StageBoard } from './stage-board.ts'
import type { StartKernel } from './started-kernel.ts'
import { holdTabLock, type TabLock } from './tab-lock.ts'

/** Milliseconds. */
const CALL_DEADLINE = 20_000
const WRITE_DEADLINE = 60_000
const OPEN_DEADLINE = 60_000
const BACKEND_STAGES = ['python', 'fastapi', 'database'] as const
const PYTHON_CALL = { deadline: CALL_DEADLINE, stage: 'python' }
const DATABASE_CALL = { deadline: CALL_DEADLINE, stage: 'database' }
const BROKER_CALL = { deadline: CALL_DEADLINE, stage: 'broker' }

export interface PartedEngineOptions {
  readonly name: Engine['name']
  readonly stages: readonly StageName[]
  readonly startKernel: StartKernel
  readonly terminal?: EngineTerminal
  /** After a stop: what the parts do not end. */
  readonly onStopped?: () => void
}

export class PartedEngine implements Engine {
  readonly name: Engine['name']
  readonly terminal: EngineTerminal | null
  readonly #onStopped: () => void
  readonly #emitter = createEmitter<EngineEvents>()
  readonly on = this.#emitter.on
  readonly #errors = createErrorBook((errors) => this.#emitter.emit('errors', errors))
  readonly #stages: StageBoard
  readonly #restarts = createRestartBudget(3, 60_000)
  readonly #pages: AppPages
  readonly #parts: EngineParts
  #state: EngineState = 'stopped'
  #files: Files = {}
  #flavour: Flavour = 'development'
  #starter: string | null = null
  #lock: TabLock | null = null
  /** Of a lost part. Files that come meanwhile wait for it: there is nobody to take them. */
  #recovery: Promise<void> = Promise.resolve()
  readonly #cutPage = watchCutPage(() => void this.#reopen())
  #clockAhead = 0
  #firstPage: Promise<void> = Promise.resolve()
  /** For the first start of Python only. */
  #database: Uint8Array | null = null

  constructor({ name, stages, startKernel, terminal, onStopped }: PartedEngineOptions) {
    this.name = name
    this.terminal = terminal ?? null
    this.#onStopped = onStopped ?? (() => undefined)
    this.#stages = createStageBoard(stages, (shown) => this.#emitter.emit('stage', shown))
    const own = {
      emit: this.#emitter.emit,
      errors: this.#errors,
      stages: this.#stages,
      pages: () => this.#pages,
      parts: () => this.#parts,
    }
    this.#pages = new AppPages(pageListeners(own))
    this.#parts = new EngineParts(startKernel, {
      ...partListeners(own, this.#cutPage.notice),
      onLost: (part, message) => {
        const before = this.#recovery
        this.#recovery = this.#recover(part, message).then(() => before)
      },
    })
  }

  async start(options: StartOptions): Promise<void> {
    if (this.#state !== 'stopped') await this.stop()
    this.#files = options.files
    this.#flavour = options.flavour
    this.#starter = options.starter
    this.#clockAhead = 0
    this.#database = options.database ?? null
    this.#stages.reset()
    this.#setState('starting')
    try {
      this.#lock = await holdTabLock(options.takeOver ?? false, () => this.#lose())
      await this.#stages.run('host', () => this.#parts.openHost())
      await this.#startParts(options.path)
      this.#setState('running')
    } catch (cause) {
      this.#setState('failed')
      this.#lock?.release()
      throw new FailureError(toFailure('engine', cause))
    }
  }

  /** Everything that may run side by side does: this is the time a person waits. */
  async #startParts(path: string): Promise<void> {
    const activated = this.#parts.activateServiceWorker()
    const broker = this.#parts.startBroker()
    const kernel = this.#bootKernel()
    const backend = this.#bootBackend()
    const shown = Promise.all([activated, broker, kernel]).then(() =>
      this.#stages.run('first-page', () => this.#pages.frame.open(path, OPEN_DEADLINE)),
    )
    this.#firstPage = shown
    // A page that does not open is on the boot list; the engine runs all the same.
    shown.catch(() => undefined)
    await Promise.all([activated, broker, kernel, backend])
    if (!this.#cutPage.isCut()) return
    await shown.catch(() => undefined)
    await this.#reopen()
  }

  async #bootKernel(): Promise<void> {
    await this.#startKernel(this.#flavour)
    if (this.#flavour === 'production') await this.#build()
  }

  async #bootBackend(): Promise<void> {
    this.#stages.begin('python')
    try {
      const boot = this.#parts.bootBackend(this.#files, this.#database)
      this.#database = null
      const report = await this.#stages.withDeadline('python', boot)
      for (const name of BACKEND_STAGES) this.#stages.end(name)
      this.#errors.set('backend', report.errors)
      // A new worker begins with the true time.
      if (this.#clockAhead !== 0) await this.setClock(this.#clockAhead)
    } catch (cause) {
      const failure = toFailure('python', cause)
      this.#stages.fail(this.#stages.findOpen(BACKEND_STAGES) ?? 'python', failure)
      throw new FailureError(failure)
    }
  }

  async write(changes: FileChanges): Promise<WrittenReport> {
    this.#files = applyChanges(this.#files, changes)
    const start = performance.now()
    await this.#recovery
    const wasBroken = this.#errors.has('backend')
    const { frontend, backend } = splitChanges(changes)
    const options = { deadline: WRITE_DEADLINE, stage: 'write' }
    const [next, python] = await Promise.all([
      frontend && this.#parts.kernel().call('write', { changes: frontend }, options),
      backend && this.#parts.backend().call('write', { changes: backend }, options),
    ])
    if (next) this.#errors.set('kernel', next.errors)
    if (python) {
      this.#errors.set('backend', python.errors)
      if (python.errors.length === 0) await this.#showNewAnswers(wasBroken)
    }
    return this.#report(start)
  }

  /** FastAPI answers otherwise now. A page that showed its error has nothing worth keeping. */
  async #showNewAnswers(wasBroken: boolean): Promise<void> {
    if (wasBroken) await this.#pages.reload()
    else if (this.#flavour === 'development') {
      await this.#parts.kernel().call('refresh', null, { deadline: CALL_DEADLINE, stage: 'next' })
    }
  }

  async reset(files: Files, starter: string | null, path = '/'): Promise<WrittenReport> {
    this.#files = files
    this.#starter = starter
    const start = performance.now()
    await this.#recovery
    const options = { deadline: WRITE_DEADLINE, stage: 'reset' }
    this.#errors.set('kernel', [])
    const [, python] = await Promise.all([
      // Next's caches in memory hold pages of the files before, and a build would find them there.
      this.#flavour === 'production' ? this.#bootKernel() : this.#loadFrontend(options),
      // Its `load` takes the database away as well (both_ends/backend.py).
      this.#parts.backend().call('load', { files: filesBelow('backend/', files) }, options),
    ])
    this.#errors.set('backend', python.errors)
    await this.#reopen(path)
    return this.#report(start)
  }

  async #loadFrontend(options: { deadline: number; stage: string }): Promise<void> {
    const precompiled = precompiledUrl(this.#starter, this.#flavour)
    const files = filesBelow('frontend/', this.#files)
    const { errors } = await this.#parts.kernel().call('load', { files, precompiled }, options)
    this.#errors.set('kernel', errors)
  }

  async restart(part: End | 'all'): Promise<void> {
    if (part === 'all') return this.#startAgain(this.#pages.address())
    if (part === 'frontend') {
      await this.#bootKernel()
      await this.#reopen()
    } else await this.#bootBackend()
  }

  async stop(): Promise<void> {
    this.#parts.stop()
    this.#onStopped()
    this.#pages.frame.clear()
    this.#errors.clear()
    this.#lock?.release()
    this.#lock = null
    this.#setState('stopped')
  }

  async setFlavour(flavour: Flavour): Promise<readonly BuiltRoute[]> {
    this.#flavour = flavour
    await this.#startKernel(flavour)
    const routes = flavour === 'production' ? await this.#build() : []
    await this.#reopen()
    return routes
  }

  fetch(request: EngineRequest) {
    return fetchThroughBroker(this.#parts.broker().raw, request)
  }

  query(sql: string, parameters: readonly SqlValue[] = []) {
    return this.#parts.backend().call('query', { sql, parameters }, DATABASE_CALL)
  }

  tables() {
    return this.#parts.backend().call('tables', null, DATABASE_CALL)
  }

  readDatabase() {
    return this.#parts.backend().call('readDatabase', null, DATABASE_CALL)
  }

  async resetDatabase(): Promise<WrittenReport> {
    const start = performance.now()
    const options = { deadline: WRITE_DEADLINE, stage: 'database' }
    const report = await this.#parts.backend().call('resetDatabase', null, options)
    this.#errors.set('backend', report.errors)
    return this.#report(start)
  }

  trace() {
    return this.#parts.broker().port.call('trace', null, BROKER_CALL)
  }

  async clearTrace(): Promise<void> {
    await this.#parts.broker().port.call('clearTrace', null, BROKER_CALL)
  }

  jar() {
    return this.#parts.broker().port.call('jar', null, BROKER_CALL)
  }

  async clearJar(): Promise<void> {
    await this.#parts.broker().port.call('clearJar', null, BROKER_CALL)
  }

  async setClock(ahead: number): Promise<void> {
    this.#clockAhead = ahead
    await Promise.all([
      this.#parts.broker().port.call('setClock', { ahead }, BROKER_CALL),
      this.#parts.backend().call('setClock', { ahead }, PYTHON_CALL),
    ])
  }

  async setStepping(isOn: boolean): Promise<void> {
    await this.#parts.broker().port.call('setStepping', { isOn }, BROKER_CALL)
  }

  async step(until: 'hop' | 'exchange'): Promise<void> {
    await this.#parts.broker().port.call('step', { until }, BROKER_CALL)
  }

  attachPreview(element: HTMLElement | null): void {
    this.#pages.frame.attach(element)
  }

  firstPage() {
    return this.#firstPage
  }

  async goto(path: string): Promise<void> {
    // Firefox runs host.html in the process of the page, so that both hang: only a new start helps then.
    if ((await this.#pages.frame.isHung()) && !(await this.#parts.hostAnswers()))
      return this.#startAgain(path)
    // It may have been taken away since, with the site's data.
    await this.#parts.activateServiceWorker()
    return this.#pages.frame.open(path, OPEN_DEADLINE)
  }

  async move(direction: 'back' | 'forward' | 'reload'): Promise<void> {
    // A page that hangs cannot load itself again.
    if (direction === 'reload' && (await this.#pages.frame.isHung()))
      return this.goto(this.#pages.address())
    return this.#pages.frame.move(direction)
  }

  page() {
    return this.#pages.frame.page()
  }

  find(query: ElementQuery) {
    return this.#pages.frame.find(query)
  }

  act(action: PageAction) {
    return this.#pages.frame.act(action)
  }

  openTab(path: string): boolean {
    return this.#pages.openTab(path, (port) => this.#parts.joinTab(port))
  }

  async #startAgain(path: string): Promise<void> {
    await this.stop()
    return this.start({ files: this.#files, flavour: this.#flavour, starter: this.#starter, path })
  }

  #startKernel(flavour: Flavour): Promise<void> {
    const boot = { files: this.#files, flavour, starter: this.#starter }
    return this.#parts.bootKernel(boot, this.#stages)
  }

  #build(): Promise<readonly BuiltRoute[]> {
    return this.#parts.kernel().call('build', null, { deadline: 120_000, stage: 'build' })
  }

  async #reopen(path = this.#pages.address()): Promise<void> {
    // The page may be the learner's to mend; a report of it is in the errors, not here.
    await this.#pages.frame.open(path, OPEN_DEADLINE).catch(() => undefined)
  }

  #report(start: number): WrittenReport {
    return { errors: this.#errors.all(), ms: performance.now() - start }
  }

  #setState(state: EngineState): void {
    this.#state = state
    this.#cutPage.follow(state)
    this.#emitter.emit('state', state)
  }

  #lose(): void {
    // Stopping ends with a state of its own; what people must see is that it was not their doing.
    void this.stop().then(() => this.#setState('failed'))
    const message = 'Another tab took the playground over.'
    this.#emitter.emit('failure', createFailure('host', 'open-elsewhere', message))
  }

  /** A lost part is started again with the same files, a few times; the person is told either way. */
  async #recover(part: Part, message: string): Promise<void> {
    if (this.#state === 'stopped') return
    if (!(await this.#parts.hostAnswers())) return this.#recoverAll()
    this.#emitter.emit('failure', createFailure(part, 'worker-died', message))
    if (this.#state !== 'running' || !this.#restarts.take(performance.now())) {
      this.#setState('failed')
      return
    }
    await this.#orFail(part, async () => {
      if (part !== 'broker') return this.restart(part === 'kernel' ? 'frontend' : 'backend')
      await this.#parts.startBroker()
      await this.#reopen()
    })
  }

  /** The process of host.html is gone, and every part with it. Each of them is noticed; the first one is enough. */
  async #recoverAll(): Promise<void> {
    if (this.#state !== 'running') return
    const message =
      'The browser ended the engine, most often because memory ran out. The database begins anew.'
    this.#emitter.emit('failure', createFailure('host', 'out-of-memory', message))
    if (!this.#restarts.take(performance.now())) return this.#setState('failed')
    await this.#orFail('host', () => this.#startAgain(this.#pages.address()))
  }

  #orFail(stage: string, work: () => Promise<void>): Promise<void> {
    return work().catch((cause: unknown) => {
      this.#setState('failed')
      this.#emitter.emit('failure', toFailure(stage, cause))
    })
  }
}
