// When TypeScript's own language service is loaded: 1 MB that only somebody who writes code has a use for. The first
// sign of that, a pointer over the code or the caret in it, starts it; reading and running come without.
const wanted = Promise.withResolvers<null>()

export function wantTypeScriptHelp(): void {
  wanted.resolve(null)
}

/** Resolves with the first sign. */
export const typeScriptHelpWanted: Promise<null> = wanted.promise

/** Monaco's questions wait in the promise, so nothing that was asked before is lost. */
export async function startTypeScriptWorker(): Promise<Worker> {
  await wanted.promise
  return new Worker(new URL('./typescript.worker.ts', import.meta.url), { type: 'module' })
}
