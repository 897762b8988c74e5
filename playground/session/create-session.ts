// Makes a session (session.ts says what one is): joins the workspace's changes to the engine, and the engine's events
// to what the panes and the automation read. Runs on the site's page; it draws nothing.
import type { Engine, EngineEvents, WrittenReport } from '../runtime/engine/engine.ts'
import { createFailure, FailureError, toFailure } from '../runtime/wire/failure.ts'
import type { JarView } from '../runtime/wire/message.ts'
import { createReadable } from '../runtime/workspace/readable.ts'
import { createConsoleLines } from './console-lines.ts'
import { createExchanges } from './exchanges.ts'
import type { PlaygroundSession, SessionOptions, SessionStatus } from './session.ts'
import { createWriteQueue } from './write-queue.ts'

const INITIAL: SessionStatus = {
  engine: 'stopped',
  flavour: 'development',
  stages: [],
  failure: null,
  errors: [],
  preview: null,
  routes: [],
  busy: null,
}

export function createPlaygroundSession(options: SessionOptions): PlaygroundSession {
  const parts = createParts(options)
  const { workspace, status, exchanges, lines, jar, queue, keyListeners } = parts
  const power = createPower(parts)
  const afterReplace = async (
    replace: () => void | Promise<void>,
  ): Promise<WrittenReport | null> => {
    parts.update({ busy: 'resetting' })
    try {
      await replace()
      exchanges.clear()
      return await queue.settle()
    } finally {
      parts.update({ busy: null })
    }
  }
  const begin = async (replace: () => void | Promise<void>): Promise<WrittenReport | null> => {
    const report = await afterReplace(replace)
    if (report) await parts.running().goto(workspace.get().starter.path)
    return report
  }
  return {
    workspace,
    status,
    exchanges,
    console: lines,
    jar,
    ...power,
    async write(changes) {
      workspace.write(changes)
      return queue.settle()
    },
    settle: queue.settle,
    load: (files) => begin(() => workspace.replace({ name: null, files, open: null, path: '/' })),
    startFrom: (name) => begin(async () => workspace.replace(await options.loadStarter(name))),
    reset: () => afterReplace(() => void workspace.reset()),
    restore: (version) => afterReplace(() => workspace.restore(version)),
    ...createQuestions(parts),
    clearConsole: lines.clear,
    attachPreview(element) {
      parts.element = element
      parts.engine?.attachPreview(element)
    },
    onKey(listener) {
      keyListeners.add(listener)
      return () => keyListeners.delete(listener)
    },
  }
}

type Parts = ReturnType<typeof createParts>

function createParts(options: SessionOptions) {
  const { workspace } = options
  const status = createReadable(INITIAL)
  const update = (part: Partial<SessionStatus>) => status.set({ ...status.get(), ...part })
  const holder: { engine: Engine | null; element: HTMLElement | null } = {
    engine: null,
    element: null,
  }
  const running = (): Engine => {
    const { engine } = holder
    if (!engine || status.get().engine !== 'running') {
      throw new FailureError(createFailure('request', 'not-running', 'The engine is not running.'))
    }
    return engine
  }
  const queue = createWriteQueue({
    write: (changes) => running().write(changes),
    replace: ({ files, starter }) => running().reset(files, starter),
    onFailure: (cause) => update({ failure: toFailure('write', cause) }),
  })
  workspace.onChange((change) => {
    const { engine } = status.get()
    if (engine !== 'running' && engine !== 'starting') return // A start takes the whole workspace.
    if (change.type === 'written') queue.push(change.changes)
    else queue.replace(change)
  })
  return Object.assign(holder, {
    createEngine: options.createEngine,
    workspace,
    status,
    update,
    running,
    queue,
    exchanges: createExchanges(),
    lines: createConsoleLines(),
    jar: createReadable<JarView | null>(null),
    keyListeners: new Set<(key: EngineEvents['key']) => void>(),
  })
}

function watchEngine(engine: Engine, parts: Parts): void {
  const { update, exchanges, lines, jar, keyListeners } = parts
  engine.on('state', (state) => update({ engine: state }))
  engine.on('stage', (stages) => update({ stages }))
  engine.on('errors', (errors) => update({ errors }))
  engine.on('preview', (preview) => update({ preview }))
  engine.on('failure', (failure) => update({ failure }))
  engine.on('hop', exchanges.add)
  engine.on('console', lines.add)
  engine.on('jar', jar.set)
  engine.on('key', (key) => {
    for (const listener of [...keyListeners]) listener(key)
  })
}

/** Starting, stopping, restarting, flavours. */
function createPower(parts: Parts) {
  const { status, update, queue, workspace, running } = parts
  let starting: Promise<void> | null = null
  const findEngine = async (): Promise<Engine> => {
    if (parts.engine) return parts.engine
    const engine = await parts.createEngine()
    watchEngine(engine, parts)
    parts.engine = engine
    engine.attachPreview(parts.element)
    return engine
  }
  const startOnce = async (takeOver: boolean): Promise<void> => {
    update({ engine: 'starting', failure: null, errors: [], stages: [], preview: null })
    queue.drop()
    queue.hold()
    try {
      const engine = await findEngine()
      const { files, starter } = workspace.get()
      queue.drop() // Changes until here are in `files`.
      const { flavour } = status.get()
      await engine.start({ files, flavour, starter: starter.name, path: starter.path, takeOver })
      update({ engine: 'running' })
    } catch (cause) {
      queue.drop()
      update({ engine: 'failed', failure: toFailure('start', cause) })
      throw cause
    } finally {
      queue.release()
    }
  }
  const start = (options?: { readonly takeOver: boolean }): Promise<void> => {
    if (status.get().engine === 'running') return Promise.resolve()
    starting ??= startOnce(options?.takeOver ?? false).finally(() => (starting = null))
    return starting
  }
  const stop = async (): Promise<void> => {
    queue.drop()
    await parts.engine?.stop()
    update({ engine: 'stopped', stages: [], preview: null, busy: null })
  }
  const during = async <Value>(
    busy: SessionStatus['busy'],
    work: () => Promise<Value>,
  ): Promise<Value> => {
    update({ busy, failure: null })
    try {
      return await work()
    } catch (cause) {
      update({ failure: toFailure(busy ?? 'engine', cause) })
      throw cause
    } finally {
      update({ busy: null })
    }
  }
  return {
    start,
    stop,
    close: stop,
    async restart(part: 'frontend' | 'backend' | 'all') {
      const engine = status.get().engine
      if (engine === 'stopped' || engine === 'failed' || !parts.engine) return start()
      await during('restarting', () => running().restart(part))
    },
    async setFlavour(flavour: SessionStatus['flavour']) {
      if (flavour === status.get().flavour) return status.get().routes
      if (status.get().engine !== 'running') {
        update({ flavour })
        return []
      }
      return during('building', async () => {
        await queue.settle()
        const routes = await running().setFlavour(flavour)
        update({ flavour, routes })
        return routes
      })
    },
  }
}

/** What needs a running engine and goes to it as it is. */
function createQuestions({ running, exchanges }: Parts) {
  return {
    fetch: async (...question: Parameters<Engine['fetch']>) => running().fetch(...question),
    query: async (...question: Parameters<Engine['query']>) => running().query(...question),
    tables: async () => running().tables(),
    resetDatabase: async () => running().resetDatabase(),
    trace: async () => running().trace(),
    async clearTrace() {
      await running().clearTrace()
      exchanges.clear()
    },
    clearJar: async () => running().clearJar(),
    goto: async (path: string) => running().goto(path),
    move: async (direction: 'back' | 'forward' | 'reload') => running().move(direction),
    page: async () => running().page(),
    openTab: (path: string) => running().openTab(path),
  }
}
