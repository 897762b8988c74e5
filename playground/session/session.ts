// One open playground: a workspace, an engine, and what they have told us so far. The page's React and the
// automation interface (window.bothEnds) hold the same object; there is no second path.
// Runs on the site's page. No React here. `createPlaygroundSession` is in create-session.ts.
import type {
  End,
  Engine,
  EngineName,
  EngineRequest,
  EngineResponse,
  EngineState,
  EngineTerminal,
  PreviewState,
  WrittenReport,
} from '../runtime/engine/engine.ts'
import type { ConsoleLine } from '../runtime/wire/console-line.ts'
import type { Failure } from '../runtime/wire/failure.ts'
import type { FileChanges, Files } from '../runtime/wire/files.ts'
import type { Exchange, SqlValue } from '../runtime/wire/hop.ts'
import type { LearnerError } from '../runtime/wire/learner-error.ts'
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
} from '../runtime/wire/message.ts'
import type { Stage } from '../runtime/wire/stage.ts'
import type { Readable } from '../runtime/workspace/readable.ts'
import type { OwnedWorkspace } from '../runtime/workspace/create-workspace.ts'
import type { LoadStarter } from '../runtime/workspace/load-starter.ts'
import type { Starter } from '../runtime/workspace/starter.ts'
import type { Workspace } from '../runtime/workspace/workspace.ts'

export interface SessionStatus {
  readonly engine: EngineState
  readonly engineName: EngineName
  /** Why the own engine took the place of the chosen one; null when it did not. */
  readonly replaced: Failure | null
  readonly flavour: Flavour
  readonly stages: readonly Stage[]
  /** Why the start failed, or what of ours broke later; null when all is well. */
  readonly failure: Failure | null
  /** The learner's errors as of now, both ends. */
  readonly errors: readonly LearnerError[]
  readonly preview: PreviewState | null
  /** What the last build made; empty in the development flavour. */
  readonly routes: readonly BuiltRoute[]
  /** Milliseconds that the jar's clock and Python's are ahead of the true time. */
  readonly clockAhead: number
  /** Step-through: whether it is on, and what waits. */
  readonly stepping: SteppingView
  /** What is under way beside the engine's own state, for the bar. */
  readonly busy: 'building' | 'restarting' | 'resetting' | null
}

export interface NumberedLine extends ConsoleLine {
  readonly id: number
}

export interface NumberedExchange extends Exchange {
  /** Counts from 1; what the wire pane calls it. 0 is what no request caused. */
  readonly number: number
}

export interface SessionOptions {
  /** Made on the first start, so that nothing of it loads before. */
  readonly createEngine: (name: EngineName) => Promise<Engine>
  /** Absent where nothing may load before a start. */
  readonly prepareEngine?: (name: EngineName) => Promise<void>
  /** Which runs first; `own` when absent. */
  readonly engineName?: EngineName
  /** A database that another page's engine left, for the first start. */
  readonly database?: Uint8Array | null
  readonly workspace: OwnedWorkspace
  readonly loadStarter: LoadStarter
  readonly link?: LinkOutcome
}

/** Of the address that the page was opened with. */
export type LinkOutcome = 'none' | 'opened' | 'broken'

export interface PlaygroundSession {
  readonly workspace: Workspace
  readonly status: Readable<SessionStatus>
  /** Newest first, at most 200. */
  readonly exchanges: Readable<readonly NumberedExchange[]>
  /** Oldest first, at most 1,000. */
  readonly console: Readable<readonly NumberedLine[]>
  readonly jar: Readable<JarView | null>
  /** `opened`: the files came with a link, from whoever made it. */
  readonly link: LinkOutcome

  /** A start is near: gets what it can before. Does nothing after one. */
  prepare(): void
  /** Starts the engine, or waits for the start under way. Resolves when both ends are ready; rejects with FailureError. */
  start(options?: { readonly takeOver: boolean }): Promise<void>
  /** Starts with this as its first page, or goes there when it runs already. */
  open(path: string): Promise<void>
  stop(): Promise<void>
  /** `all` stops and starts everything; one end alone keeps the other. Starts when stopped. */
  restart(part: End | 'all'): Promise<void>
  /** Goes on with another engine: files stay, and so does the database of a running one. Starts it unless stopped. */
  useEngine(name: EngineName): Promise<void>
  /** What another page needs to go on with this one's database; null when there is none. */
  readDatabase(): Promise<Uint8Array | null>
  /** Of the engine that runs; null when it has none. */
  terminal(): EngineTerminal | null
  /** Production builds first. Before a start it only chooses. */
  setFlavour(flavour: Flavour): Promise<readonly BuiltRoute[]>

  /** Writes files and waits until both ends have them; null when no engine runs. Typing goes to `workspace.write`. */
  write(changes: FileChanges): Promise<WrittenReport | null>
  /** Waits until the engine has everything typed so far; null when no engine runs. */
  settle(): Promise<WrittenReport | null>
  /** Replaces the workspace: files, module state and database; the earlier files become a version. */
  load(files: Files): Promise<WrittenReport | null>
  /** Begins from a starter by name; rejects with FailureError `asset-missing` when it does not load. */
  startFrom(name: string): Promise<WrittenReport | null>
  /** Goes on to another starter with files that hold all that was written; the database begins anew. */
  carry(starter: Starter, files: Files): Promise<WrittenReport | null>
  /** Puts the files back to the starter's, and the database to its start. */
  reset(): Promise<WrittenReport | null>
  /** Brings an earlier version back, by its id. */
  restore(version: string): Promise<WrittenReport | null>

  /** From here on the engine must run: FailureError `not-running` otherwise. */
  fetch(request: EngineRequest): Promise<EngineResponse>
  query(sql: string, parameters?: readonly SqlValue[]): Promise<QueryResult>
  tables(): Promise<readonly TableView[]>
  resetDatabase(): Promise<WrittenReport>
  clearTrace(): Promise<void>
  /** The whole trace as the broker has it, oldest first. */
  trace(): Promise<readonly Exchange[]>
  clearJar(): Promise<void>
  /** Sets `clockAhead`; 0 puts the clocks right. */
  setClock(ahead: number): Promise<void>
  setStepping(isOn: boolean): Promise<void>
  step(until: 'hop' | 'exchange'): Promise<void>
  goto(path: string): Promise<void>
  move(direction: 'back' | 'forward' | 'reload'): Promise<void>
  page(): Promise<PageView>
  /** What of the open page a query names: elements a person can see, with role and name. */
  find(query: ElementQuery): Promise<readonly FoundElement[]>
  /** Does to the first of them what a person would. */
  act(action: PageAction): Promise<ActOutcome>
  /** Opens the app in a browser tab of its own; needs a click behind it. False when the browser refused. */
  openTab(path: string): boolean

  clearConsole(): void
  /** The person has read it. */
  dismissFailure(): void
  /** Where the preview's iframe goes; remembered until an engine exists. */
  attachPreview(element: HTMLElement | null): void
  /** Keys pressed inside the app that the page may want: F6, and those of a clicker. */
  onKey(listener: (key: { key: string; shift: boolean }) => void): () => void
  /** Stops the engine for good. */
  close(): Promise<void>
}
