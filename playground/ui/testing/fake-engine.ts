// An engine that plays recordings: for unit tests and the harness page, never in the product's bundle. It runs nobody's
// code: its preview is a page of its own that only knows its address.
import type {
  Engine,
  EngineEvents,
  EngineState,
  StartOptions,
  WrittenReport,
} from '../../runtime/engine/engine.ts'
import { createFailure, FailureError, type Failure } from '../../runtime/wire/failure.ts'
import type { Exchange, Hop } from '../../runtime/wire/hop.ts'
import type { LearnerError } from '../../runtime/wire/learner-error.ts'
import type { BuiltRoute, JarView } from '../../runtime/wire/message.ts'
import { STAGE_NAMES, type Stage, type StageName } from '../../runtime/wire/stage.ts'
import {
  recordAction,
  recordAsset,
  recordListPage,
  recordRefusedFetch,
  recordStartUp,
} from './recorded.ts'

export interface FakeEngineOptions {
  readonly name?: Engine['name']
  /** Milliseconds each stage takes. */
  readonly stageMs: number
  /** A stage that fails, with what; at the first start only, or at every one. */
  readonly failing?: {
    readonly stage: StageName
    readonly failure: Failure
    readonly once?: boolean
  }
  /** A stage that is over its usual time and goes on. */
  readonly slow?: StageName
  /** Errors reported for the files as written. */
  readonly check?: (files: Readonly<Record<string, unknown>>) => readonly LearnerError[]
}

export interface FakeEngine extends Engine {
  emit<Name extends keyof EngineEvents>(name: Name, value: EngineEvents[Name]): void
  /** What was asked of it, in order. */
  readonly asked: string[]
  playAction(): void
}

const builtRoute = (path: string, kind: BuiltRoute['kind']): BuiltRoute => {
  return { path, route: path, kind, message: null, revalidate: null, expire: null }
}

type Listeners = { [Name in keyof EngineEvents]: Set<(value: EngineEvents[Name]) => void> }

const JAR: JarView = {
  cookies: [
    {
      name: 'flash',
      value: 'created',
      domain: 'localhost',
      hostOnly: true,
      path: '/',
      secure: false,
      httpOnly: true,
      sameSite: 'lax',
      expires: null,
      createdAt: 0,
      setBy: null,
    },
  ],
  refused: [
    {
      name: 'track',
      line: 'track=1; SameSite=None',
      outcome: 'refused',
      exchange: null,
      url: 'http://localhost:3000/users/new',
      time: 0,
      reason: 'SameSite=None without Secure is not accepted.',
    },
  ],
  documentCookie: '',
}

export function createFakeEngine(options: FakeEngineOptions): FakeEngine {
  const listeners: Listeners = {
    state: new Set(),
    stage: new Set(),
    hop: new Set(),
    console: new Set(),
    errors: new Set(),
    jar: new Set(),
    stepping: new Set(),
    preview: new Set(),
    failure: new Set(),
    key: new Set(),
  }
  const asked: string[] = []
  const emit: FakeEngine['emit'] = (name, value) => {
    for (const listener of [...listeners[name]]) listener(value)
  }
  let files: Record<string, unknown> = {}
  let element: HTMLElement | null = null
  let address = '/'
  let hasFailed = false
  let started = false
  const setState = (state: EngineState) => emit('state', state)
  const play = (hops: readonly Hop[]) => {
    for (const hop of hops) emit('hop', hop)
  }
  const show = (path: string) => {
    address = path
    drawPage(element, path)
    play(recordListPage(Date.now()))
    emit('preview', { address, title: `Page ${path}`, answering: true })
  }
  const report = (): WrittenReport => {
    const errors = options.check?.(files) ?? []
    emit('errors', errors)
    return { errors, ms: 12 }
  }
  return {
    name: options.name ?? 'own',
    terminal: null,
    asked,
    emit,
    playAction: () => play(recordAction(Date.now())),
    async start(start: StartOptions) {
      const database = start.database ? ' with a database' : ''
      asked.push(`start ${start.starter} ${start.flavour} ${start.path}${database}`)
      files = { ...start.files }
      if (started) setState('stopped')
      setState('starting')
      const { failing, ...others } = options
      const fails = failing && !(failing.once && hasFailed)
      const playing = fails ? options : others
      await playStages(playing, (stages) => emit('stage', stages)).catch((cause: unknown) => {
        hasFailed = true
        setState('failed')
        throw cause
      })
      started = true
      setState('running')
      report()
      play(recordStartUp())
      play(recordAsset(Date.now(), 'http://localhost:3000/_next/static/css/app.css'))
      emit('console', {
        source: 'next',
        level: 'log',
        text: 'Listing page 1',
        time: Date.now(),
        place: null,
      })
      emit('console', {
        source: 'python',
        level: 'log',
        text: 'people: 2',
        time: Date.now(),
        place: { file: 'backend/main.py', line: 3, column: 1 },
      })
      emit('console', {
        source: 'browser',
        level: 'warn',
        text: 'The image has no alt text.',
        time: Date.now(),
        place: null,
      })
      play(recordRefusedFetch(Date.now()))
      play(recordAction(Date.now()))
      show(start.path)
      emit('jar', JAR)
    },
    async write(changes) {
      asked.push(`write ${Object.keys(changes).join(' ')}`)
      files = { ...files, ...changes }
      return report()
    },
    async reset(next, starter) {
      asked.push(`reset ${starter}`)
      files = { ...next }
      return report()
    },
    async restart(part) {
      asked.push(`restart ${part}`)
    },
    async stop() {
      asked.push('stop')
      started = false
      setState('stopped')
    },
    async setFlavour(flavour) {
      asked.push(`flavour ${flavour}`)
      return flavour === 'production'
        ? [builtRoute('/', 'static'), builtRoute('/users', 'dynamic')]
        : []
    },
    fetch: async () => ({ status: 200, headers: [], body: new Uint8Array() }),
    query: async () => ({ columns: ['n'], rows: [[1]], truncated: false }),
    tables: async () => [
      {
        name: 'user',
        rowCount: 2,
        columns: [
          { name: 'id', type: 'INTEGER', nullable: false, primaryKey: true, references: null },
          { name: 'name', type: 'VARCHAR', nullable: false, primaryKey: false, references: null },
          { name: 'email', type: 'VARCHAR', nullable: true, primaryKey: false, references: null },
        ],
        rows: [
          [1, 'Ada Lovelace', 'ada@example.com'],
          [2, 'Grace Hopper', null],
        ],
      },
      {
        name: 'team',
        rowCount: 0,
        columns: [
          { name: 'id', type: 'INTEGER', nullable: false, primaryKey: true, references: null },
        ],
        rows: [],
      },
    ],
    resetDatabase: async () => report(),
    readDatabase: async () => new Uint8Array([1, 2, 3]),
    trace: async () => [] satisfies Exchange[],
    clearTrace: async () => void asked.push('clear trace'),
    jar: async () => JAR,
    setClock: async (ahead) => void asked.push(`clock ${ahead}`),
    setStepping: async (isOn) => emit('stepping', { isOn, held: [] }),
    step: async (until) => void asked.push(`step ${until}`),
    clearJar: async () => emit('jar', { cookies: [], refused: [], documentCookie: '' }),
    attachPreview(next) {
      element = next
      if (started) drawPage(element, address)
    },
    firstPage: async () => undefined,
    async goto(path) {
      asked.push(`goto ${path}`)
      show(path)
    },
    async move(direction) {
      asked.push(`move ${direction}`)
      show(address)
    },
    page: async () => ({ address, title: '', text: '', html: '' }),
    find: async () => [],
    act: async () => 'absent',
    openTab: () => true,
    on(name, listener) {
      listeners[name].add(listener)
      return () => listeners[name].delete(listener)
    },
  }
}

function drawPage(element: HTMLElement | null, path: string): void {
  if (!element) return
  const frame = element.querySelector('iframe') ?? element.ownerDocument.createElement('iframe')
  frame.title = `Preview: ${path}`
  frame.srcdoc = `<!doctype html><body style="font:16px system-ui;padding:24px;color:#223;background:#fff"><h1>People</h1><p>${path}</p><ul><li>Ada Lovelace<li>Grace Hopper</ul></body>`
  if (!frame.isConnected) element.append(frame)
}

async function playStages(
  options: FakeEngineOptions,
  show: (stages: readonly Stage[]) => void,
): Promise<void> {
  const stages: Stage[] = STAGE_NAMES.map((name) => ({
    name,
    state: 'waiting',
    ms: null,
    detail: null,
    failure: null,
  }))
  const set = (place: number, part: Partial<Stage>) => {
    const stage = stages[place]
    if (stage) stages[place] = { ...stage, ...part }
    show([...stages])
  }
  for (const [place, name] of STAGE_NAMES.entries()) {
    set(place, { state: 'running', ms: 0, detail: name === 'python' ? 'pyodide.asm.wasm' : null })
    await new Promise((resolve) => setTimeout(resolve, options.stageMs))
    if (options.slow === name) {
      set(place, { state: 'slow', ms: 12_000 })
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    }
    if (options.failing?.stage === name) {
      set(place, { state: 'failed', ms: 60_000, failure: options.failing.failure })
      throw new FailureError(options.failing.failure)
    }
    set(place, { state: 'done', ms: options.stageMs + place * 37 })
  }
}

export const PYTHON_DEADLINE = createFailure(
  'python',
  'deadline',
  'No answer after 60 s while downloading pyodide.asm.wasm.',
)
