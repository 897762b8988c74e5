// The backend's offer on its ports: the site's calls, the broker's requests. Runs in the backend worker.
// It turns messages into calls on the Python object of boot.ts and back; what happens in the app is Python's.
import { createFailure, FailureError } from '../wire/failure.ts'
import type { Files } from '../wire/files.ts'
import type { LearnerError } from '../wire/learner-error.ts'
import type {
  BackendEvents,
  BackendOffer,
  NoOffer,
  SqlHopMessage,
  WriteReport,
} from '../wire/message.ts'
import { openPort, type Answers, type Port } from '../wire/port.ts'
import { answerOver, type OpenRequest } from '../wire/request-port.ts'
import { answerInPython } from './asgi-request.ts'
import type { AssetSource } from './assets.ts'
import { bootPython, type PythonProcess } from './boot.ts'
import { createOutside } from './outside.ts'
import type { SnapshotStore } from './snapshot-store.ts'
import type { PythonSettle } from './python-objects.ts'
import { createMovableClock } from './movable-clock.ts'
import { takePlainData, withDict, withList } from './plain-data.ts'

type BackendCalls = BackendOffer['calls']
type SitePort = Port<NoOffer, BackendOffer>

export interface Backend {
  connectSite(port: MessagePort): void
  connectBroker(port: MessagePort): void
}

/** Milliseconds that learner code may hold the worker: longer, and a person thinks that it broke. */
const TURN_LIMIT = 5000

/** Where a database of another engine waits for the first load. */
const CARRIED_DATABASE = '/workspace/carried.sqlite'

export interface BackendParts {
  /** Gets the address from the boot call. */
  openAssets(base: string): AssetSource
  readonly snapshots: SnapshotStore | null
  readonly turnLimit?: number
  /** The app is served by a Python that was made afresh: time to think of the next visit. */
  onFreshStart?(assetsBase: string): void
}

export function createBackend(parts: BackendParts): Backend {
  const { openAssets, snapshots, turnLimit = TURN_LIMIT } = parts
  const sites: SitePort[] = []
  const brokers: MessagePort[] = []
  const running = createDeferred<PythonProcess>()
  const emit = <Name extends keyof BackendEvents>(name: Name, value: BackendEvents[Name]) => {
    for (const site of sites) site.emit(name, value)
  }
  const outside = createOutside({
    onConsole: (line) => emit('console', line),
    onErrors: (errors) => emit('errors', errors),
    onSqlHop: (message: SqlHopMessage) => {
      for (const broker of brokers) broker.postMessage(message)
    },
  })
  const control = createControl(running.promise)

  const boot: Answers<BackendCalls>['boot'] = async ({ assets, files, environment, database }) => {
    emit('stage', { name: 'python', detail: 'loading Python and FastAPI', done: false })
    const options = { assets: openAssets(assets), outside, environment, turnLimit, snapshots }
    const process = await bootPython(options).catch((cause: unknown) => {
      running.reject(cause)
      throw cause
    })
    emit('stage', { name: 'python', detail: 'loading Python and FastAPI', done: true })
    emit('stage', { name: 'fastapi', detail: 'loading the app', done: false })
    running.resolve(process)
    const report = await control.load({ files }, database)
    emit('stage', { name: 'fastapi', detail: 'loading the app', done: true })
    // The start-up of the app is what opens the database; without one there is nothing to wait for.
    emit('stage', { name: 'database', detail: 'opening SQLite', done: true })
    if (!process.restored) parts.onFreshStart?.(assets)
    return { ...report, timings: { ...process.timings, app: Math.round(report.ms) } }
  }

  return {
    connectSite(port) {
      sites.push(openPort<NoOffer, BackendOffer>(port, { boot: once(boot), ...control }))
    },
    connectBroker(port) {
      brokers.push(port)
      port.onmessage = ({ data, ports }: MessageEvent<OpenRequest>) => {
        const [own] = ports
        if (data?.type !== 'request' || !own) return
        void answerOver(own, data.head, async (request) =>
          answerInPython(await running.promise, request),
        )
      }
    },
  }
}

interface Control extends Omit<Answers<BackendCalls>, 'boot'> {
  load(argument: { files: Files }, database?: Uint8Array): Promise<WriteReport>
}

/** Every call but boot. Those that load the app run one after the other. */
function createControl(running: Promise<PythonProcess>): Control {
  let version = 0
  const setAhead = createMovableClock()
  let last: Promise<unknown> = Promise.resolve()
  const loading = (
    work: (process: PythonProcess, settle: PythonSettle) => void,
  ): Promise<WriteReport> => {
    const next = last.then(async () => {
      const process = await running
      const start = performance.now()
      const errors: readonly LearnerError[] = JSON.parse(await settled(process, work))
      return { version: ++version, errors, ms: performance.now() - start }
    })
    // The next one must run whatever became of this one; who called hears of it.
    last = next.catch(() => undefined)
    return next
  }
  return {
    write: ({ changes }) =>
      loading(({ backend, pyodide }, settle) =>
        withDict(pyodide, changes, (dict) => backend.write(dict, settle)),
      ),
    load: ({ files }, database) =>
      loading(({ backend, pyodide }, settle) => {
        if (database) {
          pyodide.FS.writeFile(CARRIED_DATABASE, database)
          backend.carry_database(CARRIED_DATABASE)
        }
        withDict(pyodide, files, (dict) => backend.load(dict, settle))
      }),
    resetDatabase: () => loading(({ backend }, settle) => backend.reset_database(settle)),
    async query({ sql, parameters }) {
      const { backend, pyodide } = await running
      const result = withList(pyodide, parameters, (list) => backend.query(sql, list))
      if (typeof result === 'string')
        throw new FailureError(createFailure('query', 'bad-input', result))
      return takePlainData(result)
    },
    async readDatabase() {
      const { backend, pyodide } = await running
      const path = backend.database_path()
      if (path === undefined || !pyodide.FS.analyzePath(path).exists) return null
      return pyodide.FS.readFile(path)
    },
    async tables() {
      return takePlainData((await running).backend.tables())
    },
    setClock({ ahead }) {
      setAhead(ahead)
      return null
    },
    ping: () => null,
  }
}

function settled(
  process: PythonProcess,
  work: (process: PythonProcess, settle: PythonSettle) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    work(process, (errorsJson, failure) => {
      if (errorsJson !== undefined) resolve(errorsJson)
      else
        reject(
          new FailureError(
            createFailure('fastapi', 'internal', 'The app could not be loaded.', failure),
          ),
        )
    })
    process.loop.turn()
  })
}

function once<In, Out>(work: (argument: In) => Out): (argument: In) => Out {
  let begun = false
  return (argument) => {
    if (begun)
      throw new FailureError(
        createFailure('python', 'bad-input', 'The backend was booted already.'),
      )
    begun = true
    return work(argument)
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>
  resolve(value: T): void
  reject(cause: unknown): void
}

function createDeferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined
  let reject: (cause: unknown) => void = () => undefined
  const promise = new Promise<T>((onValue, onCause) => {
    resolve = onValue
    reject = onCause
  })
  // Nobody may be waiting when it fails; who asks later still hears of it.
  promise.catch(() => undefined)
  return { promise, resolve: (value) => resolve(value), reject: (cause) => reject(cause) }
}
