// Every message between the parts, by who offers it. The calls and events of one part are its `Offer`; the
// others talk to it through `openPort<Theirs, Mine>` (port.ts). App requests travel as OpenRequest (request-port.ts).
//
// Who holds a port to whom (architecture.md, "Two origins"):
//   site ↔ host       control: start and stop parts. The host is the preview origin's page and holds no logic.
//   site ↔ broker     trace, jar, automation requests.
//   site ↔ kernel     boot, files, Fast Refresh updates. Immune to a looping preview.
//   site ↔ backend    boot, files, SQL.
//   site ↔ guest      the script in the learner's page: what it shows, console, navigation.
//   broker ↔ kernel, broker ↔ backend: app requests both ways; from the backend its SQL, from the kernel the lines that called fetch.
//   kernel ↔ compiler the SWC worker that the host starts beside the kernel.
import type { ConsoleLine } from './console-line.ts'
import type {
  CookieEvent,
  Exchange,
  ExchangeId,
  Hop,
  HopId,
  SqlHop,
  SqlValue,
  TraceParent,
} from './hop.ts'
import type { FileChanges, Files } from './files.ts'
import type { CodePlace, LearnerError } from './learner-error.ts'

/** The two virtual hosts (architecture.md, "The broker is the network"). */
export const NEXT_ORIGIN = 'http://localhost:3000'
export const FASTAPI_ORIGIN = 'http://localhost:8000'

/** Reserved prefix on the preview origin: our files, never the app's. The service worker lets it pass. */
export const HOST_PREFIX = '/__host__/'

export type Flavour = 'development' | 'production'

export interface NoCalls {}
export interface NoEvents {}
export interface NoOffer {
  readonly calls: NoCalls
  readonly events: NoEvents
}

// ---- parts and their first message ---------------------------------------------------------------

export type Part = 'broker' | 'kernel' | 'backend'

/** First and only messages on a worker's own scope: ports to its peers. `peer` says who holds the other end. */
export interface ConnectMessage {
  readonly type: 'connect'
  readonly peer: 'site' | 'broker' | 'kernel' | 'backend' | 'compiler'
  readonly port: MessagePort
  /** A kernel that compiles while a request waits: any answer may take as long as a start. */
  readonly isSlow?: boolean
}

/** The host to the broker when a part was ended or died: its port would stay silent for ever. */
export interface DisconnectMessage {
  readonly type: 'disconnect'
  readonly peer: 'kernel' | 'backend'
}

// ---- host ----------------------------------------------------------------------------------------

export interface HostCalls {
  /** Registers the service worker and waits until it is activated. */
  activate(argument: null): { ms: number }
  /** Starts one part and joins its ports; answers with the site's port to it. Stops a running one first. */
  start(argument: { part: Part }): { port: MessagePort }
  /** Ends a part's workers at once, looping or not. */
  stop(argument: { part: Part }): null
  /** Gives the broker one more port that opens requests: a tab of its own (tab.ts). */
  joinTab(argument: { port: MessagePort }): null
  /** Gives the broker a port to a kernel that the site holds, in place of a worker's. */
  joinKernel(argument: { port: MessagePort }): null
  ping(argument: null): null
}

export interface HostEvents {
  'part-died': { part: Part; message: string }
}

export interface HostOffer {
  readonly calls: HostCalls
  readonly events: HostEvents
}

/** The site's hello to host.html and its answer, by window.postMessage with exact origins. */
export interface HostHello {
  readonly type: 'both-ends-host-ready'
  readonly version: string
}
export interface HostConnect {
  readonly type: 'both-ends-host-connect'
}

// ---- broker --------------------------------------------------------------------------------------

export interface CookieView {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: 'strict' | 'lax' | 'none' | 'default'
  /** Milliseconds since the epoch; null is a session cookie. */
  readonly expires: number | null
  readonly createdAt: number
  readonly setBy: ExchangeId | null
}

export interface RefusedCookie extends CookieEvent {
  readonly exchange: ExchangeId | null
  readonly url: string
  readonly time: number
}

export interface JarView {
  readonly cookies: readonly CookieView[]
  readonly refused: readonly RefusedCookie[]
  /** What `document.cookie` gives on a page of the Next app at `/`. */
  readonly documentCookie: string
}

/** Step-through: which hops wait to be let go, the one that has waited longest first. */
export interface SteppingView {
  readonly isOn: boolean
  readonly held: readonly HopId[]
}

/** From the broker to the kernel, beside requests: whether step-through holds anything, so that time stands still. */
export interface HeldMessage {
  readonly type: 'held'
  readonly isHeld: boolean
}

export interface BrokerCalls {
  trace(argument: null): readonly Exchange[]
  clearTrace(argument: null): null
  jar(argument: null): JarView
  clearJar(argument: null): null
  /** Cookies live by a clock that is so many milliseconds ahead. */
  setClock(argument: { ahead: number }): null
  /** From now on each request of a page waits until it is let go; off lets everything go. */
  setStepping(argument: { isOn: boolean }): null
  /** Lets the hop that has waited longest go; `exchange` lets the whole of its exchange run. */
  step(argument: { until: 'hop' | 'exchange' }): null
  /** A `document.cookie = line` in the preview; the answer is the new `document.cookie`. */
  writeDocumentCookie(argument: { line: string; url: string }): string
  ping(argument: null): null
}

export interface BrokerEvents {
  /** A hop began or changed; the newest state of it, whole. */
  hop: Hop
  jar: JarView
  console: ConsoleLine
  stepping: SteppingView
}

/** Requests of the automation interface are opened on this port too (OpenRequest). */
export interface BrokerOffer {
  readonly calls: BrokerCalls
  readonly events: BrokerEvents
}

// ---- kernel --------------------------------------------------------------------------------------

export interface KernelBoot {
  readonly flavour: Flavour
  /** Where the built kernel lies, absolute, ending in a slash: `…/__host__/kernel/`. */
  readonly assets: string
  /** Frontend files, paths below `frontend/`. */
  readonly files: Files
  /** URL of compiled starter files that match `files`, or null. A file that differs is compiled. */
  readonly precompiled: string | null
  /** Process environment over the `.env` files: `API_URL` and kin. */
  readonly environment: Readonly<Record<string, string>>
}

export interface StageTimings {
  readonly [name: string]: number
}

export interface WriteReport {
  /** Grows by one with each accepted change. */
  readonly version: number
  /** Errors that this change made or left; empty when all is well. */
  readonly errors: readonly LearnerError[]
  /** Milliseconds from the call to the update sent. */
  readonly ms: number
}

export interface BuiltRoute {
  readonly path: string
  /** `/posts/[slug]` for `/posts/one`. */
  readonly route: string
  readonly kind: 'static' | 'partial' | 'dynamic' | 'error'
  readonly message: string | null
  /** Seconds after which it is made anew, and after which it may no longer be served; null for never. */
  readonly revalidate: number | null
  readonly expire: number | null
}

export interface KernelCalls {
  boot(argument: KernelBoot): StageTimings
  /** Changed files, paths below `frontend/`. Sends an update to the pages when something visible changed. */
  write(argument: { changes: FileChanges }): WriteReport
  /** Replaces all files; module state is dropped. */
  load(argument: { files: Files; precompiled: string | null }): WriteReport
  /** What server components read has changed outside: open pages fetch their tree again. Development flavour only. */
  refresh(argument: null): null
  /** Production flavour only: what `next build` does. */
  build(argument: null): readonly BuiltRoute[]
  /** Errors as of now. */
  errors(argument: null): readonly LearnerError[]
  /** From a page (its guest): the bundler's client talking back, opaque to everyone else. */
  pageMessage(argument: { page: string; message: unknown }): null
  ping(argument: null): null
}

export interface KernelEvents {
  /** For every open page of the app, as the kernel's own client code understands it. */
  update: { message: unknown }
  console: ConsoleLine
  errors: readonly LearnerError[]
  /** What the kernel is doing while it boots, for the boot list. */
  progress: { detail: string }
}

export interface KernelOffer {
  readonly calls: KernelCalls
  readonly events: KernelEvents
}

// ---- backend -------------------------------------------------------------------------------------

export interface BackendBoot {
  /** Where Pyodide and the archives lie, absolute, ending in a slash: `…/__host__/python/`. */
  readonly assets: string
  /** Backend files, paths below `backend/`. */
  readonly files: Files
  readonly environment: Readonly<Record<string, string>>
  /** A database file to begin with, as `readDatabase` gave it. */
  readonly database?: Uint8Array
}

export interface QueryResult {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly SqlValue[])[]
  /** True when rows were left out over the limit. */
  readonly truncated: boolean
}

export interface TableView {
  readonly name: string
  readonly rowCount: number
  readonly columns: readonly {
    readonly name: string
    readonly type: string
    readonly nullable: boolean
    readonly primaryKey: boolean
    readonly references: string | null
  }[]
  readonly rows: readonly (readonly SqlValue[])[]
}

export interface BackendCalls {
  /** Loads Pyodide, then the app. A learner's error does not reject: it is in the report. */
  boot(argument: BackendBoot): WriteReport & { readonly timings: StageTimings }
  write(argument: { changes: FileChanges }): WriteReport
  load(argument: { files: Files }): WriteReport
  /** Reads and writes the learner's database with one statement. */
  query(argument: { sql: string; parameters: readonly SqlValue[] }): QueryResult
  tables(argument: null): readonly TableView[]
  /** The learner's database file, whole; null where there is none. */
  readDatabase(argument: null): Uint8Array | null
  /** Python's wall clock is so many milliseconds ahead. */
  setClock(argument: { ahead: number }): null
  /** Removes the database file and loads the app again. */
  resetDatabase(argument: null): WriteReport
  ping(argument: null): null
}

export interface BackendEvents {
  console: ConsoleLine
  errors: readonly LearnerError[]
  stage: { name: 'python' | 'fastapi' | 'database'; detail: string; done: boolean }
}

export interface BackendOffer {
  readonly calls: BackendCalls
  readonly events: BackendEvents
}

/** Sent by the backend on its port to the broker, beside app requests. */
export interface SqlHopMessage {
  readonly type: 'sql-hop'
  readonly parent: TraceParent | null
  readonly hop: Omit<SqlHop, 'exchange' | 'id' | 'parent' | 'from' | 'to' | 'type'>
}

/** Sent by the kernel on its port to the broker, some time after the request with this number (RequestHead). */
export interface FetchCodeMessage {
  readonly type: 'fetch-code'
  readonly call: number
  readonly code: CodePlace
}

// ---- guest ---------------------------------------------------------------------------------------

export interface PageView {
  /** Path, query and hash as the app sees them. */
  readonly address: string
  readonly title: string
  /** Text a person can see: hidden parts left out. */
  readonly text: string
  readonly html: string
}

/** Elements a person can find: by role and accessible name. `field` is every control that takes a value. */
export interface ElementQuery {
  readonly role: string
  /** The whole name, spaces folded; null for any. */
  readonly name: string | null
}

export interface FoundElement {
  readonly role: string
  readonly name: string
  readonly text: string
  /** What a field holds; null of anything else. */
  readonly value: string | null
  readonly disabled: boolean
  /** `aria-invalid`, as a reader is told. */
  readonly invalid: boolean
  /** What `aria-describedby` points to. */
  readonly description: string
}

export interface PageAction {
  readonly query: ElementQuery
  /** What to type or choose; null clicks. */
  readonly fill: string | null
}

/** `not-ready`: it is there, and React has not taken it over yet. */
export type ActOutcome = 'done' | 'absent' | 'not-ready'

export interface GuestCalls {
  page(argument: null): PageView
  find(argument: ElementQuery): readonly FoundElement[]
  act(argument: PageAction): ActOutcome
  /** By the document itself: no history entry of the site's. */
  navigate(argument: { to: string; replace: boolean }): null
  move(argument: { direction: 'back' | 'forward' | 'reload' }): null
  /** A new `document.cookie` after the jar changed. */
  cookies(argument: { documentCookie: string }): null
  /** An update from the kernel, for its client code in this page. */
  kernelMessage(argument: { message: unknown }): null
  ping(argument: null): null
}

export interface GuestEvents {
  navigated: { address: string; title: string }
  console: ConsoleLine
  /** An uncaught error or unhandled rejection in the page. */
  error: LearnerError
  cookieWrite: { line: string; url: string }
  /** The kernel's client code talks to the kernel. */
  pageMessage: { page: string; message: unknown }
  /** A key that the site may want although it was pressed in the app: F6, and those of a clicker. */
  key: { key: string; shift: boolean }
}

export interface GuestOffer {
  readonly calls: GuestCalls
  readonly events: GuestEvents
}

/** The guest's hello to its parent, by window.postMessage to the site's exact origin; the port comes back. */
export interface GuestHello {
  readonly type: 'both-ends-guest-ready'
  readonly page: string
}
export interface GuestConnect {
  readonly type: 'both-ends-guest-connect'
}

// ---- a tab of its own ----------------------------------------------------------------------------

/** tab.html to its opener. With `guest`, a guest in that tab said hello and its port is transferred. */
export interface TabHello {
  readonly type: 'both-ends-tab-ready' | 'both-ends-tab-guest'
}
/** The opener's answer: the path to show, and a transferred port to the broker. */
export interface TabConnect {
  readonly type: 'both-ends-tab-connect'
  readonly path: string
}
