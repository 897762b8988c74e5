// The own engine: kernel and backend in workers on the preview origin, joined by the broker. Runs on the site's
// page. It says in which order things happen; what each part does is in the part's own folder.
import { createFailure, FailureError, toFailure } from '../../wire/failure.ts'
import type { FileChanges, Files } from '../../wire/files.ts'
import type { Hop, SqlValue } from '../../wire/hop.ts'
import type { BuiltRoute, ElementQuery, Flavour, PageAction, Part } from '../../wire/message.ts'
import type {
  End,
  Engine,
  EngineEvents,
  EngineRequest,
  EngineState,
  StartOptions,
  WrittenReport,
} from '../engine.ts'
import { AppPages } from './app-pages.ts'
import { applyChanges } from './apply-changes.ts'
import { createEmitter } from './emitter.ts'
import { EngineParts } from './engine-parts.ts'
import { createErrorBook } from './error-book.ts'
import { fetchThroughBroker } from './fetch-through-broker.ts'
import { filesBelow, precompiledUrl, splitChanges } from './part-ports.ts'
import { pageListeners, partListeners } from './listeners.ts'
import { createRestartBudget } from './restart-budget.ts'
import { createStageBoard } from './stage-board.ts'
import { holdTabLock, type TabLock } from './tab-lock.ts'
import { openAppTab } from './app-tab.ts'

/** Milliseconds. */
const CALL_DEADLINE = 20_000
const WRITE_DEADLINE = 60_000
const OPEN_DEADLINE = 60_000
const BACKEND_STAGES = ['python', 'fastapi', 'database'] as const
const BROKER_CALL = { deadline: CALL_DEADLINE, stage: 'broker' }

export function createOwnEngine(): Engine {
  return new OwnEngine()
}

class OwnEngine implements Engine {
  readonly name = 'own'
  readonly #emitter = createEmitter<EngineEvents>()
  readonly on = this.#emitter.on
  readonly #errors = createErrorBook((errors) => this.#emitter.emit('errors', errors))
  readonly #stages = createStageBoard((stages) => this.#emitter.emit('stage', stages))
  readonly #restarts = createRestartBudget(3, 60_000)
  readonly #pages: AppPages
  readonly #parts: EngineParts
  #state: EngineState = 'stopped'
  #files: Files = {}
  #flavour: Flavour = 'development'
  #starter: string | null = null
  #lock: TabLock | null = null
  #isFirstPageCut = false
  #clockAhead = 0

  constructor() {
    const own = {
      emit: this.#emitter.emit,
      errors: this.#errors,
      stages: this.#stages,
      pages: () => this.#pages,
      parts: () => this.#parts,
    }
    this.#pages = new AppPages(pageListeners(own))
    this.#parts = new EngineParts({
      ...partListeners(own, (hop) => this.#noticeCutPage(hop)),
      onLost: (part, message) => void this.#recover(part, message),
    })
  }

  async start(options: StartOptions): Promise<void> {
    if (this.#state !== 'stopped') await this.stop()
    this.#files = options.files
    this.#flavour = options.flavour
    this.#starter = options.starter
    this.#isFirstPageCut = false
    this.#clockAhead = 0
    this.#stages.reset()
    this.#setState('starting')
    try {
      this.#lock = await holdTabLock(options.takeOver ?? false, () => this.#lose())
      await this.#stages.run('host', () => this.#parts.openHost())
      await this.#startParts(options.path)
      this.#setState('running')
    } catch (cause) {
      const failure = toFailure('engine', cause)
      this.#setState('failed')
      this.#lock?.release()
      throw new FailureError(failure)
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
    // A page that does not open is on the boot list; the engine runs all the same.
    shown.catch(() => undefined)
    await Promise.all([activated, broker, kernel, backend])
    if (!this.#isFirstPageCut) return
    await shown.catch(() => undefined)
    await this.#reopen()
  }

  async #bootKernel(): Promise<void> {
    await this.#stages.run('next', () =>
      this.#parts.bootKernel(this.#files, this.#flavour, this.#starter),
    )
    if (this.#flavour === 'production') await this.#build()
  }

  async #bootBackend(): Promise<void> {
    this.#stages.begin('python')
    try {
      const report = await this.#stages.withDeadline('python', this.#parts.bootBackend(this.#files))
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

  async reset(files: Files, starter: string | null): Promise<WrittenReport> {
    this.#files = files
    this.#starter = starter
    const start = performance.now()
    const options = { deadline: WRITE_DEADLINE, stage: 'reset' }
    const precompiled = precompiledUrl(starter, this.#flavour)
    const [next, python] = await Promise.all([
      this.#parts
        .kernel()
        .call('load', { files: filesBelow('frontend/', files), precompiled }, options),
      // Its `load` takes the database away as well (both_ends/backend.py).
      this.#parts.backend().call('load', { files: filesBelow('backend/', files) }, options),
    ])
    this.#errors.set('kernel', next.errors)
    this.#errors.set('backend', python.errors)
    if (this.#flavour === 'production') await this.#build()
    await this.#reopen('/')
    return this.#report(start)
  }

  async restart(part: End | 'all'): Promise<void> {
    if (part === 'all') {
      const path = this.#pages.address()
      const options = { files: this.#files, flavour: this.#flavour, starter: this.#starter, path }
      await this.stop()
      return this.start(options)
    }
    if (part === 'frontend') {
      await this.#bootKernel()
      await this.#reopen()
    } else await this.#bootBackend()
  }

  async stop(): Promise<void> {
    this.#parts.stop()
    this.#pages.frame.clear()
    this.#errors.clear()
    this.#lock?.release()
    this.#lock = null
    this.#setState('stopped')
  }

  async setFlavour(flavour: Flavour): Promise<readonly BuiltRoute[]> {
    this.#flavour = flavour
    await this.#stages.run('next', () =>
      this.#parts.bootKernel(this.#files, flavour, this.#starter),
    )
    const routes = flavour === 'production' ? await this.#build() : []
    await this.#reopen()
    return routes
  }

  fetch(request: EngineRequest) {
    return fetchThroughBroker(this.#parts.broker().raw, request)
  }

  query(sql: string, parameters: readonly SqlValue[] = []) {
    return this.#parts
      .backend()
      .call('query', { sql, parameters }, { deadline: CALL_DEADLINE, stage: 'database' })
  }

  tables() {
    return this.#parts
      .backend()
      .call('tables', null, { deadline: CALL_DEADLINE, stage: 'database' })
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
      this.#parts
        .backend()
        .call('setClock', { ahead }, { deadline: CALL_DEADLINE, stage: 'python' }),
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

  goto(path: string): Promise<void> {
    return this.#pages.frame.open(path, OPEN_DEADLINE)
  }

  move(direction: 'back' | 'forward' | 'reload'): Promise<void> {
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
    return openAppTab(path, {
      onBrokerPort: (port) => this.#parts.joinTab(port),
      onGuest: (guest) => this.#pages.addTab(guest),
    })
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
    this.#emitter.emit('state', state)
  }

  /** Another tab took the playground over. */
  #lose(): void {
    // Stopping ends with a state of its own; what people must see is that it was not their doing.
    void this.stop().then(() => this.#setState('failed'))
    const message = 'Another tab took the playground over.'
    this.#emitter.emit('failure', createFailure('host', 'open-elsewhere', message))
  }

  /**
   * The first page opens while Python still starts, so that people see it early. The app's own time limit may end
   * its question to FastAPI before there is one: that page is opened again when there is.
   */
  #noticeCutPage(hop: Hop): void {
    const isCut =
      hop.type === 'http' && hop.from === 'next' && hop.to === 'fastapi' && hop.failure !== null
    if (isCut && this.#state === 'starting') this.#isFirstPageCut = true
  }

  /** A lost part is started again with the same files, a few times; the person is told either way. */
  async #recover(part: Part, message: string): Promise<void> {
    if (this.#state === 'stopped') return
    this.#emitter.emit('failure', createFailure(part, 'worker-died', message))
    if (this.#state !== 'running' || !this.#restarts.take(performance.now())) {
      this.#setState('failed')
      return
    }
    try {
      if (part === 'broker') {
        await this.#parts.startBroker()
        await this.#reopen()
      } else await this.restart(part === 'kernel' ? 'frontend' : 'backend')
    } catch (cause) {
      this.#setState('failed')
      this.#emitter.emit('failure', toFailure(part, cause))
    }
  }
}
