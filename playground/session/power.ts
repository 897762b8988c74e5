// Starting, stopping, restarting, and changing the flavour of a session's engine. Runs on the site's page.
import type { Engine, EngineName } from '../runtime/engine/engine.ts'
import { toFailure } from '../runtime/wire/failure.ts'
import { compiledName } from '../runtime/workspace/starter.ts'
import type { SessionStatus } from './session.ts'
import { watchEngine, type SessionParts } from './session-parts.ts'

interface StartRequest {
  readonly takeOver: boolean
  /** Null for the starter's first page. */
  readonly path: string | null
}

export function createPower(parts: SessionParts) {
  const { status, update, queue, workspace, running } = parts
  let starting: Promise<void> | null = null
  const findEngine = async (): Promise<Engine> => {
    if (parts.engine) return parts.engine
    const engine = await parts.createEngine(status.get().engineName)
    parts.engine = engine
    watchEngine(engine, parts, () => starting !== null)
    engine.attachPreview(parts.element)
    return engine
  }
  const startOnce = async ({ takeOver, path }: StartRequest): Promise<void> => {
    parts.exchanges.clear() // The trace begins anew with its broker.
    update({
      engine: 'starting',
      failure: null,
      errors: [],
      stages: [],
      preview: null,
      clockAhead: 0,
      stepping: { isOn: false, held: [] },
    })
    queue.drop()
    queue.hold()
    try {
      const engine = await findEngine()
      const { files, starter } = workspace.get()
      queue.drop() // Changes until here are in `files`.
      const { flavour } = status.get()
      await engine.start({
        files,
        flavour,
        starter: compiledName(starter),
        path: path ?? starter.path,
        takeOver,
        database: parts.database,
      })
      parts.database = null
      update({ engine: 'running' })
    } catch (cause) {
      queue.drop()
      update({ engine: 'failed', failure: toFailure('start', cause) })
      throw cause
    } finally {
      queue.release()
    }
  }
  /** A host that lets nobody in is no matter of trying again: the own engine needs none. */
  const startSomehow = async (request: StartRequest): Promise<void> => {
    try {
      await startOnce(request)
    } catch (cause) {
      const failure = toFailure('start', cause)
      if (failure.code !== 'vendor-refused' || status.get().engineName === 'own') throw cause
      await replaceEngine('own')
      update({ replaced: failure })
      await startOnce(request)
    }
  }
  const replaceEngine = async (name: EngineName): Promise<void> => {
    const before = parts.engine
    parts.engine = null
    before?.attachPreview(null)
    await before?.stop()
    update({ engineName: name, replaced: null, routes: [], failure: null })
  }
  const begin = (request: StartRequest): Promise<void> => {
    starting ??= startSomehow(request).finally(() => (starting = null))
    return starting
  }
  const start = (options?: { readonly takeOver: boolean }): Promise<void> => {
    if (status.get().engine === 'running') return Promise.resolve()
    return begin({ takeOver: options?.takeOver ?? false, path: null })
  }
  const open = async (path: string): Promise<void> => {
    const { engine } = status.get()
    const isOn = engine === 'starting' || engine === 'running'
    await (isOn ? start() : begin({ takeOver: false, path }))
    // Opened twice, the first of the two would be thrown away half loaded.
    await (isOn ? running().goto(path) : running().firstPage())
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
  const readDatabase = async (): Promise<Uint8Array | null> =>
    // One that waits for its start is as good; an engine that is broken may still have Python.
    parts.database ?? (await parts.engine?.readDatabase().catch(() => null)) ?? null
  return {
    prepare() {
      const { engine, engineName } = status.get()
      // What did not come is asked for again by the start, which says so.
      if (engine === 'stopped') parts.prepareEngine(engineName).catch(() => undefined)
    },
    start,
    open,
    stop,
    close: stop,
    readDatabase,
    terminal: () => parts.engine?.terminal ?? null,
    async useEngine(name: EngineName) {
      const { engine, engineName, preview } = status.get()
      if (name === engineName) return
      if (engine === 'running') await queue.settle()
      parts.database = await readDatabase()
      await starting?.catch(() => undefined) // The card says what became of it.
      await replaceEngine(name)
      update({ engine: 'stopped' })
      if (engine !== 'stopped') await begin({ takeOver: false, path: preview?.address ?? null })
    },
    async restart(part: 'frontend' | 'backend' | 'all') {
      const { engine, preview } = status.get()
      if (part === 'all' || engine === 'stopped' || engine === 'failed') {
        return begin({ takeOver: false, path: preview?.address ?? null })
      }
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
