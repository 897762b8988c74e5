// Failures: our machinery did not work. A plain object, because WebKit cannot clone an Error.
// The learner's own errors are LearnerError (learner-error.ts) and never become failures.

export type FailureCode =
  | 'deadline' // nothing came back in time
  | 'worker-died' // the browser ended a worker, or it threw while starting
  | 'service-worker-unavailable' // the browser refuses service workers here
  | 'asset-missing' // a file of ours did not load
  | 'out-of-memory'
  | 'stopped' // somebody asked for it
  | 'bad-input' // a caller passed something we cannot use
  | 'storage-full'
  | 'refused-host' // the request would leave this machine
  | 'blocked' // a browser would not let the page have this answer (CORS, a redirect it refuses)
  | 'not-running' // asked before start or after stop
  | 'open-elsewhere' // another tab of this browser holds the playground
  | 'vendor-refused' // a host that the chosen engine needs did not let us in
  | 'engine-unavailable' // this browser or this page cannot run the chosen engine
  | 'internal'

export interface Failure {
  /** The part of the work that was under way: a stage name or a verb, for people. */
  readonly stage: string
  readonly code: FailureCode
  readonly message: string
  /** One sentence that says what to do now. */
  readonly next: string
  readonly detail?: string
}

/** What is thrown on either side of a port; `failure` is what crosses. */
export class FailureError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'FailureError'
    this.failure = failure
  }
}

const nextByCode: Record<FailureCode, string> = {
  deadline: 'Try again; if it happens twice, restart the engine.',
  'worker-died': 'Restart the engine. Your files are safe.',
  'service-worker-unavailable':
    'Allow cookies and site data for this page in the browser, then try again.',
  'asset-missing': 'Reload the page; if you are offline, go online once.',
  'out-of-memory': 'Close other playground tabs, then restart. Your files are safe.',
  stopped: 'Start it again when you are ready.',
  'bad-input': 'Correct the call and try again.',
  'storage-full': 'Download a zip of your files to be safe.',
  'refused-host': 'Only localhost:3000 and localhost:8000 exist here.',
  blocked: 'Read the console line and the hop: they name the header that decides.',
  'not-running': 'Start the engine first.',
  'open-elsewhere': 'Take over here, or go back to the other tab.',
  'vendor-refused': 'Use the own engine: it needs no other host.',
  'engine-unavailable': 'Use the own engine: it runs in every browser that Both Ends supports.',
  internal: 'Restart the engine and report what you did.',
}

export function createFailure(
  stage: string,
  code: FailureCode,
  message: string,
  detail?: string,
): Failure {
  const failure = { stage, code, message, next: nextByCode[code] }
  return detail === undefined ? failure : { ...failure, detail }
}

/** Turns anything caught into a failure; a FailureError keeps its own. */
export function toFailure(stage: string, cause: unknown): Failure {
  if (cause instanceof FailureError) return cause.failure
  if (cause instanceof Error) return createFailure(stage, 'internal', cause.message, cause.stack)
  return createFailure(stage, 'internal', String(cause))
}
