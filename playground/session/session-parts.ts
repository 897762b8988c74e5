// What a session is made of before it can do anything: its stores, the queue of edits, the engine once there is one.
// Runs on the site's page.
import type { Engine, EngineEvents } from '../runtime/engine/engine.ts'
import { createFailure, FailureError, toFailure } from '../runtime/wire/failure.ts'
import type { JarView } from '../runtime/wire/message.ts'
import { createReadable } from '../runtime/workspace/readable.ts'
import { createConsoleLines } from './console-lines.ts'
import { createExchanges } from './exchanges.ts'
import type { SessionOptions, SessionStatus } from './session.ts'
import { createWriteQueue } from './write-queue.ts'

const INITIAL: SessionStatus = {
  engine: 'stopped',
  engineName: 'own',
  replaced: null,
  flavour: 'development',
  stages: [],
  failure: null,
  errors: [],
  preview: null,
  routes: [],
  busy: null,
  clockAhead: 0,
  stepping: { isOn: false, held: [] },
}

interface Holder {
  engine: Engine | null
  element: HTMLElement | null
  /** For the next start, from an engine that ran before. */
  database: Uint8Array | null
}

export type SessionParts = ReturnType<typeof createParts>

export function createParts(options: SessionOptions) {
  const { workspace } = options
  const status = createReadable({ ...INITIAL, engineName: options.engineName ?? 'own' })
  const update = (part: Partial<SessionStatus>) => status.set({ ...status.get(), ...part })
  const holder: Holder = { engine: null, element: null, database: options.database ?? null }
  const running = (): Engine => {
    const { engine } = holder
    if (!engine || status.get().engine !== 'running') {
      throw new FailureError(createFailure('request', 'not-running', 'The engine is not running.'))
    }
    return engine
  }
  const queue = createWriteQueue({
    write: (changes) => running().write(changes),
    replace: ({ files, starter, path }) => running().reset(files, starter, path),
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
    prepareEngine: options.prepareEngine ?? (() => Promise.resolve()),
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

/** `isStarting` hides the stop that a start over a running engine begins with. */
export function watchEngine(engine: Engine, parts: SessionParts, isStarting: () => boolean): void {
  const { exchanges, lines, jar, keyListeners } = parts
  // An engine that was replaced has nothing more to tell.
  const update: SessionParts['update'] = (part) => {
    if (parts.engine === engine) parts.update(part)
  }
  engine.on('state', (state) => {
    if (state !== 'stopped' || !isStarting()) update({ engine: state })
  })
  engine.on('stage', (stages) => update({ stages }))
  engine.on('errors', (errors) => update({ errors }))
  engine.on('stepping', (stepping) => update({ stepping }))
  engine.on('preview', (preview) => update({ preview }))
  engine.on('failure', (failure) => update({ failure }))
  engine.on('hop', exchanges.add)
  engine.on('console', lines.add)
  engine.on('jar', jar.set)
  engine.on('key', (key) => {
    for (const listener of [...keyListeners]) listener(key)
  })
}
