// Loads a starter by name: an example from the site's own /starters/<name>.json (tools/starter-files writes them), or what
// a reference page runs from /references/<name>.json (tools/references). Runs on the site's page.
import * as v from 'valibot'
import { unpackContent } from '../wire/base64.ts'
import { createFailure, FailureError } from '../wire/failure.ts'
import type { Starter } from './starter.ts'

const StarterText = v.object({
  name: v.string(),
  open: v.nullable(v.string()),
  path: v.string(),
  compiled: v.optional(v.string()),
  files: v.record(v.string(), v.union([v.string(), v.object({ base64: v.string() })])),
})

export type LoadStarter = (name: string) => Promise<Starter>

/** `base` is absolute and ends in a slash. The function rejects with FailureError `asset-missing`. */
export function createStarterLoader(base: string): LoadStarter {
  return async (name) => {
    const missing = (detail: string) =>
      new FailureError(
        createFailure('starter', 'asset-missing', `The starter “${name}” did not load.`, detail),
      )
    if (!/^[a-z0-9-]+$/.test(name))
      throw missing('A starter has a name of lower-case letters, digits and hyphens.')
    const response = await fetch(`${base}${name}.json`).catch((cause: unknown) => {
      throw missing(String(cause))
    })
    if (!response.ok) throw missing(`status ${response.status}`)
    const parsed = v.safeParse(StarterText, await response.json().catch(() => null))
    if (!parsed.success) throw missing('The file is not a starter.')
    const { open, path, compiled } = parsed.output
    const files = Object.fromEntries(
      Object.entries(parsed.output.files).map(([file, content]) => [file, unpackContent(content)]),
    )
    return { name, open, path, files, ...(compiled !== undefined && { compiled }) }
  }
}
