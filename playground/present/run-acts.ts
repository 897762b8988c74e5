// Does in the app what a beat says, as a person would: types into fields and presses buttons, each as soon as it is
// there and React has taken it over. Runs on the site's page.
import { createFailure, FailureError } from '../runtime/wire/failure.ts'
import type { PlaygroundSession } from '../session/session.ts'
import type { Act } from './talk.ts'

/** Milliseconds. */
const DEADLINE = 10_000
const PAUSE = 40

type Acting = Pick<PlaygroundSession, 'act' | 'page'>

/** Rejects with FailureError `deadline` when one of them cannot be done. Stops without a word when `isStale`. */
export async function runActs(
  session: Acting,
  acts: readonly Act[],
  isStale: () => boolean = () => false,
): Promise<void> {
  for (const act of acts) {
    const isDone = await until(async () => isStale() || (await tryAct(session, act)))
    if (!isDone) throw notFound(act)
  }
}

/** True as soon as the app shows the text; false when it does not in time. */
export function waitForText(session: Acting, text: string): Promise<boolean> {
  const wanted = fold(text)
  return until(async () => fold((await session.page()).text).includes(wanted))
}

async function tryAct(session: Acting, act: Act): Promise<boolean> {
  const fill = act.do === 'type' ? act.text : null
  for (const role of act.do === 'type' ? ['field'] : ['button', 'link']) {
    if ((await session.act({ query: { role, name: act.name }, fill })) === 'done') return true
  }
  return false
}

async function until(isMet: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + DEADLINE
  do {
    // While one page leaves and the next comes, nobody answers.
    if (await isMet().catch(() => false)) return true
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  } while (performance.now() < end)
  return false
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function notFound({ do: verb, name }: Act): FailureError {
  const message =
    verb === 'type' ? `The app shows no field “${name}”.` : `The app shows no button “${name}”.`
  return new FailureError(createFailure('talk', 'deadline', message))
}
