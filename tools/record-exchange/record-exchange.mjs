// Records the exchange that the landing page draws: see README.md.
// @ts-check
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { chromiumArguments, findBrowser } from '../browsers/find-browsers.mjs'
import { ROOT } from '../build/build-if-changed.mjs'
import { startServers } from '../serve/serve.mjs'
import { toCrossings } from './to-recording.mjs'

/** @typedef {import('../../playground/automation/both-ends.ts').BothEnds} BothEnds */

const TARGET = join(ROOT, 'site/components/exchange/generated/create-user.ts')

const { siteOrigin, stop } = await startServers()
const executablePath = findBrowser('chromium')
const browser = await chromium.launch({
  args: chromiumArguments(),
  ...(executablePath ? { executablePath } : {}),
})
try {
  const exchange = await addPerson()
  const crossings = toCrossings(exchange)
  await writeFile(TARGET, printRecording(crossings))
  console.log(`${TARGET}: ${crossings.length} crossings.`)
} finally {
  await browser.close()
  await stop()
}

/** Adds two people and takes the second exchange: the first one also pays for compiling and importing. */
async function addPerson() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${siteOrigin}/play/`)
  await page.evaluate(() => window.bothEnds?.ready())
  await submitForm(page, { name: 'Grace Hopper', email: 'grace.hopper@example.com' })
  await submitForm(page, { name: 'Ada Lovelace', email: 'ada.lovelace@example.com' })
  const trace = (await page.evaluate(() => window.bothEnds?.trace())) ?? []
  const actions = trace.filter(({ hops, root }) =>
    hops.some((hop) => hop.id === root && hop.type === 'http' && hop.kind === 'action'),
  )
  const last = actions.at(-1)
  if (!last) throw new Error('The trace holds no server action.')
  return last
}

/** @param {import('playwright').Page} page @param {{ name: string, email: string }} person */
async function submitForm(page, { name, email }) {
  await page.evaluate(() => window.bothEnds?.goto('/people/new'))
  const form = page.frameLocator('iframe[title^="Preview"]')
  await form.getByLabel('Name').fill(name)
  await form.getByLabel(/email/i).fill(email)
  await form.getByRole('button', { name: /add|create|save/i }).click()
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
