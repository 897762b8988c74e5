// Records the exchange that the landing page draws: see README.md.
// @ts-check
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { chromiumArguments, findBrowser } from '../browsers/find-browsers.mjs'
import { ROOT } from '../build/build-if-changed.mjs'
import { startServers } from '../serve/serve.mjs'
import { durationOf, toCrossings } from './to-recording.mjs'

/** @typedef {import('../../playground/automation/both-ends.ts').BothEnds} BothEnds */

const TARGET = join(ROOT, 'site/components/exchange/generated/create-user.ts')

/** The first one also pays for compiling and importing; of the others the median is taken. */
const PEOPLE = ['Grace Hopper', 'Alan Kay', 'Barbara Liskov', 'Radia Perlman', 'Ada Lovelace']

// With `npm start` in another terminal, what it serves is used.
const servers = await startServers().catch(() => null)
const siteOrigin = servers?.siteOrigin ?? 'http://localhost:3000'
const executablePath = findBrowser('chromium')
const browser = await chromium.launch({
  args: chromiumArguments(),
  ...(executablePath ? { executablePath } : {}),
})
try {
  const crossings = toCrossings(await addPeople())
  await writeFile(TARGET, printRecording(crossings))
  console.log(`${TARGET}: ${crossings.length} crossings.`)
} finally {
  await browser.close()
  await servers?.stop()
}

async function addPeople() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${siteOrigin}/play/?from=directory`)
  await page.waitForFunction(() => window.bothEnds !== undefined)
  await page.evaluate(() => window.bothEnds?.ready())
  for (const name of PEOPLE) await submitForm(page, name)
  const trace = (await page.evaluate(() => window.bothEnds?.trace())) ?? []
  const actions = trace
    .filter(({ hops, root }) =>
      hops.some((hop) => hop.id === root && hop.type === 'http' && hop.kind === 'action'),
    )
    .slice(1)
    .sort((one, other) => durationOf(one) - durationOf(other))
  const median = actions[Math.floor(actions.length / 2)]
  if (!median) throw new Error('The trace holds no server action.')
  return median
}

/** @param {import('playwright').Page} page @param {string} name */
async function submitForm(page, name) {
  await page.evaluate(() => window.bothEnds?.goto('/people/new'))
  const form = page.frameLocator('iframe[title^="Preview"]')
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('E-mail').fill(`${name.toLowerCase().replace(' ', '.')}@example.com`)
  await form.getByLabel('Title').fill('Engineer')
  await form.getByLabel('Team').selectOption({ label: 'Engineering' })
  await form.getByRole('button', { name: 'Add to the directory' }).click()
  await form.getByRole('heading', { name }).waitFor()
}

/** @param {readonly import('../../site/components/exchange/recording.ts').Crossing[]} crossings */
function printRecording(crossings) {
  const recording = {
    title: 'Adding a person in the directory',
    recordedOn: new Date().toISOString().slice(0, 10),
    where: `Next.js 16.4.5, FastAPI and SQLite in Chromium ${browser.version().split('.')[0]}`,
    crossings,
  }
  return [
    '// Written by tools/record-exchange. Do not edit.',
    "import type { Recording } from '../recording.ts'",
    '',
    `export const createUser: Recording = ${JSON.stringify(recording, null, 2)}`,
    '',
  ].join('\n')
}
