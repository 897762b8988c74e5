// What the tests of this folder do on the page, whichever engine runs.
import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { Exchange } from '../../playground/runtime/wire/hop.ts'
import { expect } from './test.ts'

/** SWC as WebAssembly compiles Next's own client before the first page: on two busy cores that is most of a minute. */
export const READY = { timeout: 120_000 }

export function mailOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@example.com`
}

export async function addPerson(app: FrameLocator, name: string): Promise<void> {
  await app.getByRole('link', { name: 'Add a person' }).click()
  const field = app.getByLabel('Name', { exact: true })
  await expect(field).toBeVisible(READY)
  await waitUntilTaken(field)
  await field.fill(name)
  await app.getByLabel('E-mail').fill(mailOf(name))
  await app.getByLabel('Title').fill('Analyst')
  await app.getByLabel('Team').selectOption({ index: 1 })
  await app.getByRole('button', { name: /add|save|create/i }).click()
  await expect(app.getByText(name).first()).toBeVisible(READY)
}

/** A form that is sent before React has taken it over goes as forms go without scripts. */
async function waitUntilTaken(element: Locator): Promise<void> {
  const isTaken = () =>
    element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactFiber$')))
  await expect.poll(isTaken, READY).toBe(true)
}

/** The exchange of a server action, one line a hop; whose page it leads to is another matter. */
export function actionHops(trace: readonly Exchange[]): readonly string[] {
  const exchange = trace.findLast(({ hops }) =>
    hops.some((hop) => hop.type === 'http' && hop.kind === 'action'),
  )
  return (exchange?.hops ?? []).map((hop) =>
    hop.type === 'http'
      ? `${hop.from} → ${hop.to} ${hop['http.request.method']} ${pathOf(hop['url.full'])} ${String(hop['http.response.status_code'])}`
      : `${hop.from} → ${hop.to} ${String(hop['db.query.text'].split(' ')[0])}`,
  )
}

function pathOf(url: string): string {
  return new URL(url).pathname.replace(/\d+$/, ':id')
}

/** By the menu of the engine line; resolves on the other engine's page. */
export async function chooseEngine(
  page: Page,
  name: 'Own engine' | 'WebContainers',
): Promise<void> {
  await page.getByRole('button', { name: /^Engine: / }).click()
  const opened = page.waitForEvent('load')
  await page.getByRole('menuitemradio', { name }).click()
  await opened
  await page.waitForFunction(() => window.bothEnds !== undefined)
}
