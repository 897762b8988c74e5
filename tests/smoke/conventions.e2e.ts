// Next's conventions in the playground's own preview, in Firefox. Chromium has tests/kernel and tests/parity for them.
import { openPlayground } from '../../tools/drive/drive-playground.mjs'
import { readConventions } from './conventions-files.mjs'
import { conventionsSteps, type InPreview } from './conventions-steps.mjs'
import { test } from '../e2e/support/test.ts'

const EXPECTED = [
  // The fixture has a button with a name and a formAction, which is compared with real Next and warned of by React.
  /^console: Cannot specify a "name" prop for a button that specifies a function as a formAction/,
  /^console: A tree hydrated but some attributes [^]*name="\$ACTION_ID_/,
  // Firefox, of what a page was still loading when the next one was opened.
  /^uncaught: Failed to load ‘’\. A ServiceWorker intercepted the request/,
]

test.use({ expectedErrors: new RegExp(EXPECTED.map(({ source }) => source).join('|')) })

test('pages, links and actions of every convention, in both flavours @smoke', async ({ page }) => {
  test.setTimeout(240_000)
  const playground = await openPlayground(page)
  await playground.call('ready')
  const inPreview: InPreview = async (work, argument) => {
    const handle = await page.locator('iframe[title^="Preview"]').elementHandle()
    const frame = await handle?.contentFrame()
    if (!frame) throw new Error('The preview has no frame.')
    return frame.evaluate(`(${work})(${JSON.stringify(argument)})`)
  }
  for (const { name, run } of conventionsSteps(await readConventions()))
    await test.step(name, () => run({ ...playground, inPreview }))
})
