// The Python objects that the worker holds, as TypeScript sees them through Pyodide: both_ends/backend.py and kin.
// Types only. None of ours is null: Python's None crosses as undefined.
import type { PyProxy } from 'pyodide/ffi'
import type { QueryResult, SqlHopMessage, TableView } from '../wire/message.ts'

/** One request under way: both_ends/asgi/request.py. */
export interface PythonRequest extends PyProxy {
  feed(chunk: Uint8Array, more: boolean): void
  resume(): void
  disconnect(): void
}

/** What Python calls while it answers. `bytes` arguments live as long as the call. */
export interface PythonReply {
  head(status: number, headersJson: string): void
  chunk(data: PythonBytes): boolean
  end(): void
  fail(message: string): void
  pull(): void
}

export interface PythonBytes {
  toJs(): Uint8Array
}

/** Anything else that Python hands over: turn it into plain data before the call ends (plain-data.ts). */
export interface PythonData<Shape> {
  toJs(options: { create_pyproxies: false }): Shape
  destroy(): void
}

/** `SqlHop` of both_ends/database/sql_hops.py. */
export type PythonSqlHop = SqlHopMessage['hop'] & { readonly parent: string | null }

/** One of the two is there: the errors that are left as JSON, or what failed on our side. */
export type PythonSettle = (errorsJson: string | undefined, failure: string | undefined) => void

export interface PythonBackend {
  /** Runs what is ready; the milliseconds until there is more to do, -1 for never. */
  turn(): number
  write(changes: PyProxy, settle: PythonSettle): void
  load(files: PyProxy, settle: PythonSettle): void
  /** The next load begins with this file as its database. */
  carry_database(file: string): void
  reset_database(settle: PythonSettle): void
  query(sql: string, parameters: PyProxy): PythonData<QueryResult> | string
  tables(): PythonData<TableView[]>
  /** undefined when the app has none in a file. */
  database_path(): string | undefined
  serve(headJson: string, hasBody: boolean, reply: PythonReply): PythonRequest
}

/** What Python calls at any time: `Outside` of both_ends/backend.py. */
export interface PythonOutside extends PythonEvents {
  /** Whether Python has held the worker longer than it may. */
  is_overdue(): boolean
  uncounted(work: () => void): void
}

export interface PythonEvents {
  console(lineJson: string): void
  errors(errorsJson: string): void
  sql_hop(hop: PythonData<PythonSqlHop>): void
  now(): number
}

/** both_ends/entry.py. */
export interface PythonEntry extends PyProxy {
  /** `libraries` as JSON: module name to file. */
  prepare(librariesJson: string): void
  /** What a restored Python must do again: nothing may be as random as last time. */
  after_restore(): void
  /** Imports and runs a throw-away app, for a snapshot. */
  warm_up(): void
  /** `mountAll` puts the whole archive in place, at once. */
  find_late(mountAll: () => void): void
  use_argon2(compute: Argon2): void
  import_framework(): void
  start(
    outside: PythonOutside,
    root: string,
    environmentJson: string,
    timeLimit: number,
  ): PythonBackend
}

export type Argon2 = (password: PythonBytes, salt: PythonBytes, costsJson: string) => Uint8Array

/** Memory in KiB, tag in bytes. */
export interface Argon2Costs {
  readonly passes: number
  readonly memorySize: number
  readonly parallelism: number
  readonly tagLength: number
}
