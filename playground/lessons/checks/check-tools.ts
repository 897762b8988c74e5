// What a check may ask of the running app. Each tool reads behaviour: the page, HTTP, rows, cookies, the trace, the
// console. None reads the learner's source.
import type { NumberedLine } from '../../session/session.ts'
import type { ElementQuery, FoundElement, CookieView } from '../../runtime/wire/message.ts'
import type { HeaderPairs } from '../../runtime/wire/headers.ts'
import type { Exchange, HttpHop, SqlHop, SqlValue } from '../../runtime/wire/hop.ts'
import type { ConsoleSource } from '../../runtime/wire/console-line.ts'
import type { Mismatch } from './mismatch.ts'

/** A page as a person uses it. What it looks for, it waits for; what it does not find is a mismatch. */
export interface PageTool {
  open(path: string): Promise<void>
  /** Waits until the text can be seen. */
  see(text: string): Promise<void>
  /** Fails when the text can be seen now. */
  notSee(text: string): Promise<void>
  click(role: string, name: string): Promise<void>
  /** Types into the field with this label, or chooses the option with this value. */
  fill(label: string, text: string): Promise<void>
  /** Waits until the field holds it. */
  seeValue(label: string, expected: string): Promise<void>
  /** Waits until the field is marked as invalid, with this said about it: a hint while typing is not enough. */
  seeError(label: string, expected: string): Promise<void>
  /** Waits until the address begins so. */
  seeAddress(start: string): Promise<void>
  seeTitle(title: string): Promise<void>
  find(query: ElementQuery): Promise<readonly FoundElement[]>
  text(): Promise<string>
}

export interface Answer {
  readonly status: number
  readonly headers: HeaderPairs
  readonly body: string
  /** The exchange that it crossed the wire in; null when it is not in the trace. */
  readonly exchange: Exchange | null
}

export interface Question {
  readonly method?: string
  readonly headers?: HeaderPairs
  /** The `Cookie` header: the jar of the preview takes no part. */
  readonly cookies?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly body?: Uint8Array
}

export interface HttpTool {
  next(path: string, question?: Question): Promise<Answer>
  fastapi(path: string, question?: Question): Promise<Answer>
}

export interface ShippedScript {
  readonly path: string
  readonly text: string
}

export interface BundleTool {
  /** The scripts that the page with this path has in its HTML: what anybody can read in the browser. */
  scripts(path: string): Promise<readonly ShippedScript[]>
}

/** An error of `tsc` in one file. Lines and columns begin with 1. */
export interface TypeProblem {
  /** TypeScript’s number of it, without `TS`. */
  readonly code: number
  readonly message: string
  readonly line: number
  readonly column: number
}

export interface TypesTool {
  /**
   * What `tsc` says of the file with the other files of the workspace, Next’s types of its routes included: in order, [] when all is well.
   * Rejects where the file or the types are not there.
   */
  problems(path: string): Promise<readonly TypeProblem[]>
  /** Fails with the first problem, and leads to it. */
  agree(path: string): Promise<void>
  /**
   * What `tsc` says of these lines, as a file of their own in `frontend/`: a question about the types of the workspace
   * that none of its files asks. The workspace does not get the file.
   */
  problemsOf(text: string): Promise<readonly TypeProblem[]>
}

/** As `during` gives them, or of answers. */
type Exchanges = readonly (Exchange | null)[]

export interface TraceTool {
  /**
   * Does the work and answers with the exchanges that began meanwhile, oldest first, each complete: those of the preview
   * too, which may still load a page. What a request of the check's own did is in its answer's `exchange`.
   */
  during(work: () => Promise<unknown>): Promise<readonly Exchange[]>
  /** What Next asked FastAPI for, in order. */
  calls(exchanges: Exchanges): readonly HttpHop[]
  statements(exchanges: Exchanges): readonly SqlHop[]
}

export interface CheckTools {
  /** The preview, scripts and all. */
  readonly page: PageTool
  /** The same app in a browser without scripts: links and forms alone. */
  readonly withoutScripts: PageTool
  readonly http: HttpTool
  readonly trace: TraceTool
  readonly bundle: BundleTool
  readonly types: TypesTool
  readonly sql: { rows(statement: string): Promise<readonly (readonly SqlValue[])[]> }
  readonly jar: {
    cookie(name: string): CookieView | null
    clear(): Promise<void>
  }
  /** Moves the clock of the jar and of Python ahead; after the check it is right again. Next's clock stays. */
  readonly clock: { ahead(minutes: number): Promise<void> }
  /** Lines since the check began: `python` for log lines and warnings, `next` for the server’s console. */
  readonly console: { lines(source: ConsoleSource): readonly NumberedLine[] }
  /** Fails unless both are the same; `where` is what the learner is led to. */
  equal(
    what: string,
    sides: { readonly expected: unknown; readonly got: unknown },
    where?: Mismatch['where'],
  ): void
  fail(mismatch: Mismatch): never
}
