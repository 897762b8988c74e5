// What runs a workspace. Two implementations: own/ (kernel + backend in workers) and webcontainer/.
// Everything above (ui, lessons, the automation interface) knows this file and no engine's parts.
import type { ConsoleLine } from '../wire/console-line.ts'
import type { Failure } from '../wire/failure.ts'
import type { FileChanges, Files } from '../wire/files.ts'
import type { HeaderPairs } from '../wire/headers.ts'
import type { Exchange, Hop, SqlValue } from '../wire/hop.ts'
import type { LearnerError } from '../wire/learner-error.ts'
import type {
  ActOutcome,
  BuiltRoute,
  ElementQuery,
  Flavour,
  FoundElement,
  JarView,
  PageAction,
  PageView,
  QueryResult,
  SteppingView,
  TableView,
} from '../wire/message.ts'
import type { Stage } from '../wire/stage.ts'

export type EngineState = 'stopped' | 'starting' | 'running' | 'failed'

export type End = 'frontend' | 'backend'

export interface StartOptions {
  /** The whole workspace, paths `frontend/…` and `backend/…`. */
  readonly files: Files
  readonly flavour: Flavour
  /** Name of a starter whose compiled files ship with us, or null. */
  readonly starter: string | null
  /** First page to show: a path of the Next app. */
  readonly path: string
  /** Take the playground over from another tab of this browser. */
  readonly takeOver?: boolean
  /** A database to go on with, from another engine's `readDatabase`. */
  readonly database?: Uint8Array | null
}

export interface EngineRequest {
  readonly host: End
  readonly method: string
  /** Path and query: `/users?page=2`. */
  readonly path: string
  readonly headers: HeaderPairs
  readonly body: Uint8Array | null
  readonly signal?: AbortSignal
}

export interface EngineResponse {
  readonly status: number
  readonly headers: HeaderPairs
  readonly body: Uint8Array
}

export interface WrittenReport {
  readonly errors: readonly LearnerError[]
  /** Milliseconds until both ends had taken the change. */
  readonly ms: number
}

export interface PreviewState {
  readonly address: string
  readonly title: string
  /** False when the page has not answered its last ping: an endless loop, most often. */
  readonly answering: boolean
}

/** A shell where the frontend lives. Only an engine with a real Node has one. */
export interface EngineTerminal {
  /** What was printed so far, then what comes. */
  onOutput(listener: (text: string) => void): () => void
  /** Starts the shell unless it runs. */
  open(size: { readonly cols: number; readonly rows: number }): void
  type(text: string): Promise<void>
  resize(size: { readonly cols: number; readonly rows: number }): void
}

export interface EngineEvents {
  state: EngineState
  stage: readonly Stage[]
  hop: Hop
  console: ConsoleLine
  /** All errors of the learner's code as of now, both ends. */
  errors: readonly LearnerError[]
  jar: JarView
  stepping: SteppingView
  preview: PreviewState
  /** Something of ours went wrong after start. */
  failure: Failure
  /** A key pressed inside the app that the page may want: F6, and those of a clicker. */
  key: { key: string; shift: boolean }
}

export const ENGINE_NAMES = ['own', 'webcontainer'] as const
export type EngineName = (typeof ENGINE_NAMES)[number]

export interface Engine {
  readonly name: EngineName
  readonly terminal: EngineTerminal | null
  /** Resolves when both ends are ready for requests; stages tell the way there. Rejects with FailureError. */
  start(options: StartOptions): Promise<void>
  write(changes: FileChanges): Promise<WrittenReport>
  /** Replaces the workspace: files, module state, and the database, and opens `path`. Cookies stay. */
  reset(files: Files, starter: string | null, path?: string): Promise<WrittenReport>
  restart(part: End | 'all'): Promise<void>
  stop(): Promise<void>
  setFlavour(flavour: Flavour): Promise<readonly BuiltRoute[]>

  fetch(request: EngineRequest): Promise<EngineResponse>
  query(sql: string, parameters?: readonly SqlValue[]): Promise<QueryResult>
  tables(): Promise<readonly TableView[]>
  resetDatabase(): Promise<WrittenReport>
  /** The database file, whole; null when the app has none. */
  readDatabase(): Promise<Uint8Array | null>
  trace(): Promise<readonly Exchange[]>
  clearTrace(): Promise<void>
  jar(): Promise<JarView>
  clearJar(): Promise<void>
  /** Moves the clock of the jar and of Python, for lessons about expiry; 0 puts it right. Next's stays. */
  setClock(ahead: number): Promise<void>
  /** Step-through: each request of the page waits until `step`. Off at every start. */
  setStepping(isOn: boolean): Promise<void>
  /** Lets the hop that has waited longest go, or the whole of its exchange. */
  step(until: 'hop' | 'exchange'): Promise<void>

  /** Puts the preview's iframe into `element`, or takes it out with null. */
  attachPreview(element: HTMLElement | null): void
  /** The page that the last start opened: resolves when its document is parsed. */
  firstPage(): Promise<void>
  goto(path: string): Promise<void>
  move(direction: 'back' | 'forward' | 'reload'): Promise<void>
  page(): Promise<PageView>
  /** Elements of the open page that a person can see, by role and name. */
  find(query: ElementQuery): Promise<readonly FoundElement[]>
  /** Does to the first of them what a person would. */
  act(action: PageAction): Promise<ActOutcome>
  /** Opens the app in a browser tab of its own; needs a click behind it. False when the browser refused. */
  openTab(path: string): boolean

  on<Name extends keyof EngineEvents>(
    name: Name,
    listener: (value: EngineEvents[Name]) => void,
  ): () => void
}
