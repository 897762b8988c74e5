// Which lines of the learner's sent what is shown. No React.
import type { Hop } from '../../runtime/wire/hop.ts'
import type { CodePlace } from '../../runtime/wire/learner-error.ts'

/** Each line once, in the order in which they sent something. */
export function listCodePlaces(hops: readonly Hop[]): CodePlace[] {
  const places = new Map<string, CodePlace>()
  for (const hop of hops) {
    if (hop.code === null) continue
    const key = `${hop.code.file}:${hop.code.line}`
    if (!places.has(key)) places.set(key, hop.code)
  }
  return [...places.values()]
}
