// Next ends a prerender by rejecting what hangs in it. React listens to nearly all of these promises; where a component
// is called once more to name it in a stack, nobody does. Next's own server filters them by the async context of the
// rejection, which a worker's event does not have, so they are known here by Next's digests.
const DIGESTS: ReadonlySet<unknown> = new Set(['HANGING_PROMISE_REJECTION', 'CLIENT_HOOK_DYNAMIC'])

/** Whether a rejection that nobody handled is a prerender's end, and no fault of the learner's code. */
export function isPrerenderRejection(reason: unknown): boolean {
  return (
    typeof reason === 'object' &&
    reason !== null &&
    'digest' in reason &&
    DIGESTS.has(reason.digest)
  )
}
