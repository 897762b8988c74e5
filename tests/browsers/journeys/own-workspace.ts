// A workspace of our own, loaded by a program as a teacher's page does; then the app with every convention of Next. In
// Chromium the conventions are tests/kernel's and tests/parity's, so they are not run a third time here.
import { onePage } from '../../e2e/support/playground.ts'
import { PATIENCE } from '../acts.ts'
import { readConventions } from '../conventions-files.mjs'
import { conventionsSteps } from '../conventions-steps.mjs'
import type { Driver } from '../driver.ts'
import { ownWorkspaceSteps } from '../smoke-steps.mjs'
import { openPlay } from './open-play.ts'
import { LEFT_WHILE_LOADING, type Journey } from './journey.ts'

const EXPECTED = [
  // The fixture has a button with a name and a formAction, which is compared with real Next and warned of by React.
  /^console: Cannot specify a "name" prop for a button that specifies a function as a formAction/,
  /^console: A tree hydrated but some attributes [^]*name="\$ACTION_ID_/,
  LEFT_WHILE_LOADING,
]

const COMPARED = 'Other tests compare it, request by request, with real Next.'

/** A page without a request of its own: a build keeps it. */
function pageThatSays(text: string): Record<string, string> {
  return onePage(`export default function Page() {\n  return <h1>${text}</h1>\n}\n`)
}

async function loadAfterBuild({ call, shows }: Driver): Promise<void> {
  await call('load', { files: pageThatSays('Of the first') })
  await call('setFlavour', 'production')
  await call('goto', '/')
  await shows('Of the first', PATIENCE)
  await call('load', { files: pageThatSays('Of the second') })
  await call('goto', '/')
  await shows('Of the second', PATIENCE)
  await call('setFlavour', 'development')
}

export async function ownWorkspaceJourney(): Promise<Journey> {
  const conventions = conventionsSteps(await readConventions())
  return {
    title: 'A workspace of one’s own, and Next’s conventions',
    place: 2,
    expected: new RegExp(EXPECTED.map(({ source }) => source).join('|')),
    steps: [
      {
        says: 'The playground is driven by window.bothEnds',
        run: (driver: Driver) => openPlay(driver),
      },
      ...ownWorkspaceSteps.map(({ name, run }) => ({ says: name, run })),
      ...conventions.map(({ name, run }) => ({
        says: name,
        run,
        missing: { chromium: COMPARED },
      })),
      {
        says: 'Another workspace, loaded after a build, is the one that is built and shown',
        run: loadAfterBuild,
      },
    ],
  }
}
