// A talk as the page loads it: tools/talks writes /talks/<slug>.json, one for each kit of content/present and one for
// each lesson. Runs on the site's page.
import * as v from 'valibot'
import { createFailure, FailureError } from '../runtime/wire/failure.ts'

const Act = v.variant('do', [
  v.object({ do: v.literal('type'), name: v.string(), text: v.string() }),
  v.object({ do: v.literal('press'), name: v.string() }),
])

const Beat = v.object({
  title: v.string(),
  /** Whose step gives the files. */
  lesson: v.string(),
  step: v.string(),
  /** The files as the step begins, or as it ends. */
  files: v.picklist(['start', 'solution']),
  file: v.string(),
  /** First and last line of each bright part, from 1; none: all of them are. */
  lines: v.array(v.tuple([v.number(), v.number()])),
  /** The bright lines, as the presenter sees them coming. */
  code: v.string(),
  path: v.string(),
  dock: v.picklist(['wire', 'data', 'jar', 'console']),
  minutes: v.number(),
  /** Paragraphs. What stands between backticks is code. */
  notes: v.array(v.string()),
  /** What is done in the app when the beat opens. */
  run: v.array(Act),
  /** Each request waits for the presenter. */
  isStepped: v.boolean(),
  /** What the app shows when the beat works; null when anything will do. */
  shows: v.nullable(v.string()),
})

const Talk = v.object({
  slug: v.string(),
  title: v.string(),
  idea: v.string(),
  /** Where it can be read: an address of the site. */
  page: v.string(),
  beats: v.pipe(v.array(Beat), v.minLength(1)),
})

export type Act = v.InferOutput<typeof Act>
export type Beat = v.InferOutput<typeof Beat>
export type Talk = v.InferOutput<typeof Talk>

/** `base` is absolute and ends in a slash: the site's `/talks/`. Rejects with FailureError `asset-missing`. */
export async function loadTalk(base: string, slug: string): Promise<Talk> {
  const missing = (detail: string) =>
    new FailureError(createFailure('talk', 'asset-missing', 'This talk did not load.', detail))
  const response = await fetch(`${base}${slug}.json`).catch((cause: unknown) => {
    throw missing(String(cause))
  })
  if (!response.ok) throw missing(`status ${response.status}`)
  const parsed = v.safeParse(Talk, await response.json().catch(() => null))
  if (!parsed.success) throw missing(parsed.issues[0].message)
  return parsed.output
}

export function minutesOf({ beats }: Talk): number {
  return beats.reduce((sum, { minutes }) => sum + minutes, 0)
}
