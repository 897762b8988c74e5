// Runs every example of content/docs/embedding.mdx in the playground, in the order of the page, and holds the page to
// the methods that exist.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { expect, test } from './support/test.ts'

const text = readFileSync(join(ROOT, 'content/docs/embedding.mdx'), 'utf8')
const examples = Array.from(text.matchAll(/^```js\n([\s\S]*?)^```/gm), ([, code]) => code ?? '')

test.describe('the examples of docs/embedding', () => {
  // The one of errors() writes a page that does not compile, and mends it. The preview may ask for that page meanwhile:
  // the Python edit of an example before has it refreshed.
  test.use({
    expectedErrors: /app\/page\.tsx|status of 500 \(\) \(http:\/\/[\d.:]+\/(\?_rsc=\w+)?\)$/,
  })

  test('run, one after the other', async ({ page }) => {
    test.setTimeout(120_000)
    expect(examples.length).toBeGreaterThan(15)
    await page.goto('/play/?from=hello')
    await page.waitForFunction(() => window.bothEnds !== undefined)
    for (const [index, code] of examples.entries()) {
      await test.step(`example ${index + 1}: ${code.trim().split('\n')[0]}`, () =>
        page.evaluate(`(async () => {\n${code}\n})()`))
    }
  })
})

test('the greeting of the examples comes from FastAPI through Next.js into the page', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.goto('/play/?from=hello')
  await page.waitForFunction(() => window.bothEnds !== undefined)
  const loading = examples.find((code) => code.includes('bothEnds.load('))
  await page.evaluate(`(async () => {\n${loading}\n})()`)
  await page.evaluate(() => window.bothEnds?.goto('/'))
  const shown = await page.evaluate(() => window.bothEnds?.page())
  expect(shown?.text).toContain('Hello from FastAPI')
})

test('docs/embedding names every method of window.bothEnds, and no other', async ({ page }) => {
  await page.goto('/play/?from=hello')
  await page.waitForFunction(() => window.bothEnds !== undefined)
  const methods = await page.evaluate(() => Object.keys(window.bothEnds ?? {}).toSorted())
  const headings = text.match(/^### .*$/gm)?.join('\n') ?? ''
  const documented = Array.from(headings.matchAll(/`(\w+)\(/g), ([, name]) => name)
  expect(documented.toSorted()).toEqual(methods)
})
