// `window.bothEnds`: the playground for programs. Teachers, embedders and our own tests drive the page by it; it
// holds the same session that the page draws. Documented with examples in content/docs/embedding.mdx.
import type { End, PreviewState } from '../runtime/engine/engine.ts'
import type { ConsoleLine } from '../runtime/wire/console-line.ts'
import type { HeaderPairs } from '../runtime/wire/headers.ts'
import type { Exchange } from '../runtime/wire/hop.ts'
import type { LearnerError } from '../runtime/wire/learner-error.ts'
import type {
  BuiltRoute,
  CookieView,
  Flavour,
  PageView,
  QueryResult,
  RefusedCookie,
} from '../runtime/wire/message.ts'
import type { Stage } from '../runtime/wire/stage.ts'

/** What a change did: the learner's errors as of now, and how long both ends took, in milliseconds. */
export interface ChangeReport {
  readonly errors: readonly LearnerError[]
  readonly ms: number
}

export interface RequestOptions {
  readonly host: End
  /** Default `GET`. */
  readonly method?: string
  /** Path and query on that host: `/users?page=2`. */
  readonly path: string
  /** Pairs, or an object for names that come once. */
  readonly headers?: HeaderPairs | Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export interface RequestAnswer {
  readonly status: number
  /** Pairs in order; `set-cookie` may come several times. */
  readonly headers: HeaderPairs
  /** The body as UTF-8 text. */
  readonly body: string
  /** The same body as bytes, for what is not text. */
  readonly bytes: Uint8Array
}

/** Every method returns a promise. What cannot be done rejects with an Error whose message is one sentence. */
export interface BothEnds {
  /** Starts both ends, or waits for the start under way. */
  ready(): Promise<void>
  /** Paths of all files, sorted: `backend/main.py`, `frontend/app/page.tsx`. */
  files(): Promise<readonly string[]>
  read(path: string): Promise<string | Uint8Array>
  /** Writes one file and waits until both ends have taken it. */
  write(path: string, text: string): Promise<ChangeReport>
  remove(path: string): Promise<ChangeReport>
  /** Replaces the workspace. Paths begin with `frontend/` or `backend/`; the database begins anew. */
  load(workspace: {
    readonly files: Readonly<Record<string, string | Uint8Array>>
  }): Promise<ChangeReport>
  /** Opens a path of the Next app in the preview and waits until its document is there. */
  goto(path: string): Promise<void>
  /** What the preview shows now. */
  page(): Promise<PageView>
  /** A request of its own, outside the preview: it crosses the wire and is in the trace. */
  request(options: RequestOptions): Promise<RequestAnswer>
  /** Every exchange kept, oldest first, each with its hops down to SQL. */
  trace(): Promise<readonly Exchange[]>
  cookies(): Promise<readonly CookieView[]>
  /** Cookies that were not stored, with the reason. */
  refusedCookies(): Promise<readonly RefusedCookie[]>
  /** One SQL statement against the backend's database. */
  query(sql: string): Promise<QueryResult>
  /** Console lines of the page, of Next and of Python, oldest first. */
  console(): Promise<readonly ConsoleLine[]>
  stages(): Promise<readonly Stage[]>
  /** The learner's errors as of now, both ends. */
  errors(): Promise<readonly LearnerError[]>
  /** Where the preview is and whether its page answers; null before the first page. */
  preview(): Promise<PreviewState | null>
  /** Puts files and database back to their start. */
  reset(): Promise<ChangeReport>
  /** Stops and starts one end, or with no argument everything. */
  restart(part?: End | 'all'): Promise<void>
  /** `production` builds the app as `next build` does and answers with its routes. */
  setFlavour(flavour: Flavour): Promise<readonly BuiltRoute[]>
}

declare global {
  interface Window {
    bothEnds?: BothEnds
  }
}
