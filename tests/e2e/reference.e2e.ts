// The reference pages: the code is read without an engine, runs on a click, and can be edited; and what each of the pages
// runs does what the page says.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { readReferences, type Reference } from '../../tools/references/build.mjs'
import { expect, test } from './support/kept-test.ts'
import { openPlayground, SLOW_START, type InPage } from './support/playground.ts'

type Files = Record<string, string | { base64: string }>

test('a reference page loads nothing of the engine before the click, then runs and takes an edit', async ({
  page,
}) => {
  const asked: URL[] = []
  page.on('request', (request) => void asked.push(new URL(request.url())))
  await page.goto('/docs/reference/client-components/')
  const right = page.getByRole('region', { name: 'The right form' })
  await expect(right.getByText('setCount')).not.toHaveCount(0)
  const run = right.getByRole('button', { name: 'Run and edit' })
  await page.waitForLoadState('networkidle')
  const { host } = new URL(page.url())
  const ofTheEngine = asked.filter(
    (url) => url.host !== host || /^\/(references|starters|types)\//.test(url.pathname),
  )
  expect(ofTheEngine.map(String)).toEqual([])

  await run.focus()
  await page.keyboard.press('Enter')
  const frame = page.frameLocator('iframe[title="The example, running"]')
  const app = frame.frameLocator('iframe[title^="Preview"]')
  await expect(app.getByRole('button', { name: /Clicked/ })).toBeVisible({ timeout: 45_000 })

  const editor = frame.getByRole('textbox', { name: /frontend\/app\/counter\.tsx/ })
  await editor.focus()
  const before = String(builtFiles('client-components')['frontend/app/counter.tsx'])
  const line = before.slice(0, before.indexOf('Clicked')).split('\n')
  await editor.press('Control+Home')
  for (let step = 1; step < line.length; step += 1) await editor.press('ArrowDown')
  for (let step = 0; step < (line.at(-1) ?? '').length; step += 1) await editor.press('ArrowRight')
  await editor.pressSequentially('Really ')
  await expect(app.getByRole('button', { name: /Really Clicked/ })).toBeVisible({ timeout: 15_000 })

  await right.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('iframe')).toHaveCount(0)
  await run.click()
  await expect(app.getByRole('button', { name: /^Clicked/ })).toBeVisible({ timeout: 45_000 })
})

test.describe('what the reference pages run', () => {
  test.use({ expectedErrors: SLOW_START })

  test('shows what it should, and every request is answered as the page says', async ({ page }) => {
    test.setTimeout(120_000)
    const { bothEnds } = await openPlayground(page, { from: 'user-crud' })
    let now: Files = {}
    for (const [name, reference] of byExample(readReferences())) {
      await test.step(name, async () => {
        const next = builtFiles(name)
        // A page that is open is drawn again after each file.
        await bothEnds((api) => api.goto('/'))
        await carryOver(bothEnds, now, next)
        now = next
        await bothEnds((api, path) => api.goto(path), reference.path)
        await expect.poll(() => shownText(bothEnds), { timeout: 15_000 }).toContain(reference.shows)
        const statuses = (reference.requests ?? []).map(({ status }) => String(status))
        await expect.poll(() => shownStatuses(bothEnds), { timeout: 15_000 }).toEqual(statuses)
      })
    }
  })
})

function byExample(references: Record<string, Reference>): [name: string, Reference][] {
  const order = ['user-crud', 'directory', 'hello']
  return Object.entries(references).sort(
    ([, a], [, b]) => order.indexOf(a.example) - order.indexOf(b.example),
  )
}

function builtFiles(name: string): Files {
  return JSON.parse(readFileSync(join(ROOT, 'build/references', `${name}.json`), 'utf8')).files
}

/** Pages of one example differ in a few files: those are written. What only another page needs may stay. */
async function carryOver(bothEnds: InPage, now: Files, next: Files): Promise<void> {
  const changed = Object.entries(next).filter(([path, content]) => !isSame(now[path], content))
  if (changed.length > Object.keys(next).length / 2) {
    await bothEnds(async (api, files) => {
      const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const contents = Object.entries(files ?? {}).map(([path, content]) => [
        path,
        typeof content === 'string' ? content : bytes(content.base64),
      ])
      await api.load({ files: Object.fromEntries(contents) })
    }, next)
    return
  }
  for (const [path, content] of changed) {
    expect(typeof content, path).toBe('string')
    const change = { path, text: String(content) }
    await bothEnds((api, write) => api.write(write?.path ?? '', write?.text ?? ''), change)
  }
}

function isSame(a: Files[string] | undefined, b: Files[string]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function shownText(bothEnds: InPage): Promise<string> {
  return bothEnds(async (api) => (await api.page()).text)
}

function shownStatuses(bothEnds: InPage): Promise<string[]> {
  return bothEnds(async (api) => {
    const { html } = await api.page()
    const shown = new DOMParser().parseFromString(html, 'text/html')
    return Array.from(
      shown.querySelectorAll('strong[data-status]'),
      (mark) => mark.textContent ?? '',
    )
  })
}
