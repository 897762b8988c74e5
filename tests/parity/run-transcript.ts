// Runs one transcript on two sides, step by step, and lists every difference by its key.
import type { Answer, Flavour, Side, Step } from './exchange.ts'
import { applyTextRules, compareAnswers, type Difference } from './normalise.ts'

/**
 * A request that nobody answers must not keep the others from being asked. Long, because `next dev` compiles a page when
 * it is asked for, which takes a slow machine with a cold cache the better part of a minute.
 */
const STEP_MS = 120_000

export interface FoundDifference extends Difference {
  /** `<flavour>/<example>/<step>/<part>` */
  readonly key: string
}

export interface Pair {
  readonly flavour: Flavour
  /** An example, a fixture app, or the folder of a lesson. */
  readonly example: string
  readonly real: Side
  readonly here: Side
}

export interface Comparison {
  readonly found: readonly FoundDifference[]
  /** What both sides said to each step, as it came: for whoever looks into a difference. */
  readonly answers: Readonly<
    Record<string, { readonly real: Answer | string; readonly here: Answer | string }>
  >
}

export async function compareSides(pair: Pair, steps: readonly Step[]): Promise<Comparison> {
  const found: FoundDifference[] = []
  const answers: Record<string, { real: Answer | string; here: Answer | string }> = {}
  for (const step of steps) {
    // At once: neither side sees the other's requests.
    const [real, here] = await Promise.all([runStep(pair.real, step), runStep(pair.here, step)])
    answers[step.name] = { real, here }
    // Also when both failed alike: then nothing was compared, and the transcript is wrong.
    if (typeof real === 'string' || typeof here === 'string') {
      found.push(toFound(pair, step.name, { part: 'failure', real: say(real), here: say(here) }))
      continue
    }
    found.push(...compareAnswers(real, here).map((one) => toFound(pair, step.name, one)))
  }
  const [real, here] = [await pair.real.cookies(), await pair.here.cookies()].map((list) =>
    applyTextRules(JSON.stringify(list)),
  )
  if (real !== here) {
    found.push(toFound(pair, 'end', { part: 'cookies', real: String(real), here: String(here) }))
  }
  return { found, answers }
}

/** For the report of a test. */
export function showDifference({ key, real, here }: FoundDifference): string {
  return `${key}\n  real: ${real.replaceAll('\n', '\n        ')}\n  here: ${here.replaceAll('\n', '\n        ')}`
}

function say(answer: string | { readonly status: number }): string {
  return typeof answer === 'string' ? answer : `answered ${answer.status}`
}

/** An answer, or the sentence of what went wrong: a step that fails must not hide the steps after it. */
async function runStep(side: Side, step: Step) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${STEP_MS} ms`), STEP_MS)
  })
  try {
    return await Promise.race([step.run(side), late])
  } catch (cause) {
    return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
  } finally {
    clearTimeout(timer)
  }
}

function toFound(
  { flavour, example }: Pair,
  step: string,
  difference: Difference,
): FoundDifference {
  return { ...difference, key: `${flavour}/${example}/${step}/${difference.part}` }
}
