// What is compared of a solution: the page of its step, as a guest and as somebody who signed in, and every question
// that its checks ask over HTTP.
import { page, type Answer, type Side, type Step } from '../exchange.ts'
import { postPlain } from '../forms.ts'
import { dataRequest } from '../rsc-request.ts'
import type { Asked } from './asked.ts'
import type { SolvedStep } from './lesson-files.ts'

/** The demo's person, of user-crud’s backend/app/seed.py. */
const ADA = { email: 'ada@example.com', password: 'demo password 2026' }
const SIGN_IN = 'autoComplete="current-password"'

export function pageSteps({ id, path }: SolvedStep): readonly Step[] {
  const opened = [page(`${id}-page`, path), dataRequest(`${id}-data`, path, ['', {}])]
  const next = new URL(path, 'http://localhost:3000').searchParams.get('next')
  if (!path.startsWith('/sign-in?') || next === null) return opened
  const signedIn: Step = {
    name: `${id}-sign-in`,
    run: (side) => postPlain(side, path, SIGN_IN, { ...ADA, next }),
  }
  return [
    ...opened,
    signedIn,
    page(`${id}-page-signed-in`, next),
    dataRequest(`${id}-data-signed-in`, next, ['', {}]),
  ]
}

/** Files of the bundler's own are other files on each side. */
function isCompared({ ask }: Asked): boolean {
  return !ask.path.startsWith('/_next/')
}

export interface AskedOnBoth {
  readonly real: readonly Asked[]
  readonly here: readonly Asked[]
}

/** What a check asked on both sides, as steps whose answers are there already. */
export function askedSteps(name: string, sides: AskedOnBoth, real: Side): readonly Step[] {
  const [asked, again] = [sides.real.filter(isCompared), sides.here.filter(isCompared)]
  const most = Math.max(asked.length, again.length)
  return Array.from({ length: most }, (_, index) => ({
    name: `${name}.${index + 1}`,
    async run(side): Promise<Answer> {
      const answer = (side === real ? asked : again)[index]?.answer
      if (answer === undefined) throw new Error('The check asked this on the other side only.')
      return answer
    },
  }))
}
