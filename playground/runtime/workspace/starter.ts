// A starter: the files that a workspace begins with. Built by tools/starter-files from examples/, served by the site
// as /starters/<name>.json. Runs anywhere; loading is starters.ts.
import type { Files } from '../wire/files.ts'

export interface Starter {
  /** `directory`, `hello`; null when the files came from somewhere else (the automation's `load`). */
  readonly name: string | null
  /** What people call it, where that is not `name`: “step 2”. */
  readonly title?: string
  /** The example whose compiled files most of these are, when it is not the one of `name`: a lesson's base, a reference's. */
  readonly compiled?: string
  /** Paths `frontend/…` and `backend/…`. */
  readonly files: Files
  /** The file to show first, or null for the first page file. */
  readonly open: string | null
  /** First page to show: a path of the Next app. */
  readonly path: string
}

/** What people call it; null when it has no name. */
export function starterTitle({ name, title }: Starter): string | null {
  return title ?? name
}

/** What the engine calls a starter: it has the compiled files of some, by name, and compiles whatever differs. */
export function compiledName({ name, compiled }: Starter): string | null {
  return compiled ?? name
}
