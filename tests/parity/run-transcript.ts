// Runs one transcript on two sides, step by step, and lists every difference by its key.
import type { ExampleName, Flavour, Side, Step } from './exchange.ts'
import { compareAnswers, type Difference } from './normalise.ts'

export interface FoundDifference extends Difference {
  /** `<flavour>/<example>/<step>/<part>` */
  readonly key: string
}

export interface Pair {
  readonly flavour: Flavour
  readonly example: ExampleName
  readonly real: Side
  readonly here: Side
}

export async function compareSides(
  pair: Pair,
  steps: readonly Step[],
): Promise<readonly FoundDifference[]> {
  const found: FoundDifference[] = []
  for (const step of steps) {
    // At once: neither side sees the other's requests.
    const answers = [runStep(pair.real, step), runStep(pair.here, step)] as const
    const [real, here] = await Promise.all(answers)
    if (typeof real === 'string' || typeof here === 'string') {
      if (real !== here)
        found.push(toFound(pair, step.name, { part: 'failure', real: say(real), here: say(here) }))
      continue
    }
    found.push(...compareAnswers(real, here).map((one) => toFound(pair, step.name, one)))
  }
  const [real, here] = [await pair.real.cookies(), await pair.here.cookies()].map((list) =>
    JSON.stringify(list),
  )
  if (real !== here) {
    found.push(toFound(pair, 'end', { part: 'cookies', real: String(real), here: String(here) }))
  }
  return found
}

function say(answer: string | { readonly status: number }): string {
  return typeof answer === 'string' ? answer : `answered ${answer.status}`
}

/** An answer, or the sentence of what went wrong: a step that fails must not hide the steps after it. */
async function runStep(side: Side, step: Step) {
  try {
    return await step.run(side)
  } catch (cause) {
    return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
  }
}

function toFound(
  { flavour, example }: Pair,
  step: string,
  difference: Difference,
): FoundDifference {
  return { ...difference, key: `${flavour}/${example}/${step}/${difference.part}` }
}
