// Questions to a service worker of ours and its answers, each over a port of its own. Pages ask; both service workers
// answer with `answerQuestion`. A worker from before these questions stays silent: that is an answer too.
import type { KeptManifest } from './manifest.ts'

interface Asked {
  /**
   * `take-over`: become the one that is used, unless that would change the version under another page.
   * `look-again`: something is kept from now on, or a rehearsal begins.
   */
  readonly type: 'both-ends-manifest' | 'both-ends-take-over' | 'both-ends-look-again'
}

/** How many pages of the old version are in the way; 0 when the worker takes over. */
export type TakeOver = () => Promise<number>

/** Milliseconds. */
const SILENCE = 2000

export async function askManifest(worker: ServiceWorker): Promise<KeptManifest | null> {
  return ask<KeptManifest>(worker, { type: 'both-ends-manifest' })
}

/** null: it does not answer. */
export async function askTakeOver(worker: ServiceWorker): Promise<number | null> {
  return ask<number>(worker, { type: 'both-ends-take-over' })
}

/** Resolves when the worker knows, or does not answer. */
export async function tellToLookAgain(worker: ServiceWorker): Promise<void> {
  await ask<null>(worker, { type: 'both-ends-look-again' })
}

function ask<Answer>(worker: ServiceWorker, question: Asked): Promise<Answer | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const end = (answer: Answer | null) => {
      clearTimeout(timer)
      port1.close()
      resolve(answer)
    }
    const timer = setTimeout(end, SILENCE, null)
    port1.addEventListener('message', (event: MessageEvent<Answer | null>) => end(event.data))
    port1.start()
    worker.postMessage(question, [port2])
  })
}

/** In a service worker's `message` event. */
export async function answerQuestion(
  event: Pick<MessageEvent<Asked | undefined>, 'data' | 'ports'>,
  manifest: KeptManifest | null,
  takeOver: TakeOver,
  lookAgain: () => void = () => undefined,
): Promise<void> {
  const { data: asked } = event
  const [port] = event.ports
  if (!port) return
  if (asked?.type === 'both-ends-manifest') port.postMessage(manifest)
  if (asked?.type === 'both-ends-take-over') port.postMessage(await takeOver())
  if (asked?.type === 'both-ends-look-again') {
    lookAgain()
    port.postMessage(null)
  }
}
