// One reader's story, in order: a visit, the network gone, no room, everything removed and kept again, lessons by a button,
// a rehearsal, a newer version. The network is really gone: both servers are stopped, and nothing listens on their ports.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { pythonEdit, serverEdit } from '../../tools/bench/edits.mjs'
import { openPlayground } from '../../tools/drive/drive-playground.mjs'
import { countKept, readList, sumOf, waitUntilKept } from '../../tools/drive/kept.mjs'
import { keepEvidence } from '../e2e/support/evidence.ts'
import { openLesson } from '../e2e/support/lesson.ts'
import { makeNewerBuild, NEW_SENTENCE, type NewerBuild } from './newer-build.ts'
import { expect, keptVersions, test, watchSiteWorkers } from './reader.ts'

/** For both ends to start, or everything to be kept, on a busy machine. */
const MOST_MS = 120_000
const ALL = ['site', 'engines', 'lessons'] as const

test.describe.configure({ mode: 'serial' })

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

test('one visit of one page keeps the docs and the engines, and no lesson', async ({ page }) => {
  await page.goto('/docs/what-is-real/')
  await waitUntilKept(page, MOST_MS)
  const lessons = new Set(readList('site').files.filter(({ group }) => group === 'lessons'))
  expect(await countKept(page, 'site')).toBe(readList('site').files.length - lessons.size)
})

test.describe('with the network cut', () => {
  test.beforeAll(({ reader }) => reader.network.cut())
  test.afterAll(({ reader }) => reader.network.join())

  test('the page loads again, another one opens, and the search finds a third', async ({
    page,
  }) => {
    await page.goto('/docs/what-is-real/')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'What is real' })).toBeVisible()
    await page.getByRole('link', { name: 'Reading the wire' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Reading the wire' })).toBeVisible()
    await page.goto('/docs/packages') // Without its slash.
    await expect(page.getByRole('heading', { level: 1, name: 'Packages' })).toBeVisible()
    await page.getByRole('combobox', { name: 'Search' }).first().fill('include_router')
    await expect(page.getByRole('option').first()).toBeVisible()
  })

  test('the playground starts, shows rows, and takes edits of both ends', async ({ page }) => {
    test.setTimeout(MOST_MS * 2)
    const playground = await openPlayground(page)
    await playground.call('ready')
    await playground.shows(/people in all/, MOST_MS)
    const server = serverEdit.make(1)
    await playground.call('write', serverEdit.file, server.text)
    await playground.shows(server.shows, MOST_MS)
    const python = pythonEdit.make(1)
    await playground.call('write', pythonEdit.file, python.text)
    const answer = await playground.call('request', { host: 'backend', path: '/health' })
    expect(answer.body).toContain(python.shows)
    // The editor's workers come from what is kept as well, when somebody writes.
    await page.getByRole('textbox', { name: /page\.tsx/ }).focus()
    const wrong = `const wrong: number = 'text'\n${server.text}`
    await playground.call('write', serverEdit.file, wrong)
    await expect(page.locator('.squiggly-error').first()).toBeVisible({ timeout: MOST_MS })
  })

  test('a lesson that is not kept says so, and which one is', async ({ page }) => {
    const response = await page.goto('/learn/02-params/')
    expect(response?.status()).toBe(503)
    await expect(
      page.getByRole('heading', { name: 'You are offline, and this lesson is not kept.' }),
    ).toBeVisible()
    await keepEvidence(page, 'lesson-not-kept')
    await page.getByRole('link', { name: 'the docs' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'How it works' })).toBeVisible()
  })
})

test('no room is said, what is kept can be removed, and kept again', async ({ page, context }) => {
  await page.goto('/docs/offline/')
  const pane = page.getByRole('region', { name: 'Kept on this device' })
  const protocol = await context.newCDPSession(page)
  const { origin } = new URL(page.url())
  await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 })
  await pane.getByRole('button', { name: /^Keep all lessons/ }).click()
  await expect(pane.getByRole('alert')).toHaveText(
    'The browser has no room left to keep more. Everything works online. Make room on this device, then try again.',
  )
  await protocol.send('Storage.overrideQuotaForOrigin', { origin })
  await pane.getByRole('button', { name: 'Remove everything' }).click()
  await expect(pane.getByText(/^0\.0 MB of [\d.]+ MB kept\.$/)).toBeVisible()
  expect(await keptVersions(page)).toEqual([])
  await pane.getByRole('button', { name: /^Keep all pages/ }).click()
  await pane.getByRole('button', { name: /^Keep the engines/ }).click()
  await waitUntilKept(page, MOST_MS)
})

test('the pane in the docs says the sizes of the build, and keeps all lessons', async ({
  page,
}) => {
  await page.goto('/docs/offline/')
  const pane = page.getByRole('region', { name: 'Kept on this device' })
  const kept = sumOf('bytes', ['site', 'engines'])
  await expect(
    pane.getByText(`${megabytes(kept)} of ${megabytes(sumOf('bytes', ALL))} kept.`),
  ).toBeVisible()
  const size = megabytes(sumOf('download', ['lessons']))
  await pane.getByRole('button', { name: `Keep all lessons (${size})` }).click()
  await expect(
    pane.getByText(`Everything is kept: ${megabytes(sumOf('bytes', ALL))}.`),
  ).toBeVisible({ timeout: MOST_MS })
})

test('with the network cut, a lesson never opened before runs its checks', async ({
  page,
  reader,
}) => {
  test.setTimeout(MOST_MS * 2)
  await reader.network.cut()
  try {
    const lesson = await openLesson(page, { slug: '02-params' })
    const before = await lesson.run()
    expect(before.some((line) => /does not pass/.test(line))).toBe(true)
    const solution = join(ROOT, 'lessons/02-params/await/solution')
    await writeSolution(lesson.page, solution)
    const after = await lesson.run()
    expect(after.length).toBe(before.length)
    expect(after.filter((line) => /does not pass/.test(line))).toEqual([])
    // Until here the browser itself believed in its network: only the servers were gone.
    await page.context().setOffline(true)
    await expect(page.getByText('Offline · works')).toBeVisible()
    await keepEvidence(page, 'offline-works')
  } finally {
    await page.context().setOffline(false)
    await reader.network.join()
  }
})

test('a rehearsal refuses what is not kept, although the network is there', async ({ page }) => {
  await page.goto('/docs/offline/')
  const rehearsal = page.getByRole('checkbox', { name: 'Refuse the network, to try it out' })
  // It is checked when both origins refuse.
  await rehearsal.click()
  await expect(rehearsal).toBeChecked()
  const refused = await page.evaluate(() => fetch('/not-kept.json').then(String, String))
  expect(refused).toContain('TypeError')
  await page.goto('/docs/packages/')
  await expect(page.getByRole('heading', { level: 1, name: 'Packages' })).toBeVisible()
  await page.goto('/docs/offline/')
  await expect(rehearsal).toBeChecked()
  await rehearsal.click()
  await expect(rehearsal).not.toBeChecked()
  await expect
    .poll(() => page.evaluate(async () => (await fetch('/not-kept.json')).status))
    .toBe(404)
})

test('the site can be installed', async ({ page, context }) => {
  await page.goto('/')
  const protocol = await context.newCDPSession(page)
  const { errors, data } = await protocol.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { icons, start_url: start } = JSON.parse(data ?? '{}')
  expect(start).toBe('/')
  for (const { src } of icons) expect(existsSync(join(ROOT, 'build/site', src)), src).toBe(true)
  const { installabilityErrors } = await protocol.send('Page.getInstallabilityErrors')
  expect(installabilityErrors).toEqual([])
})

test.describe('a newer version', () => {
  let newer: NewerBuild
  test.beforeAll(async () => {
    newer = await makeNewerBuild()
  })
  test.afterAll(async ({ reader }) => {
    await newer.remove()
    await reader.network.join()
  })

  test('changes nothing under an open tab, and is taken when the last one is closed', async ({
    context,
    reader,
  }) => {
    test.setTimeout(MOST_MS * 3)
    const [old] = await keptVersions(await context.newPage().then((page) => opened(page)))
    const working = await context.newPage()
    const playground = await openPlayground(working)
    await playground.call('ready')
    await playground.shows(/people in all/, MOST_MS)

    await reader.network.join(newer)
    const reading = await context.newPage()
    await reading.goto('/docs/wire/')
    const bar = reading.getByRole('complementary', { name: 'New version' })
    await expect(bar.getByText('A new version is ready.')).toBeVisible({ timeout: MOST_MS })
    await expect(
      reading.getByRole('heading', { level: 1, name: 'Reading the wire', exact: true }),
    ).toBeVisible()
    await keepEvidence(reading, 'new-version')
    await bar.getByRole('button', { name: 'Reload' }).click()
    await expect(
      bar.getByText(/^A new version is ready. It comes when the other .* closed\.$/),
    ).toBeVisible()

    // The server has neither this chunk nor this engine any more.
    await working.getByRole('button', { name: 'More actions' }).click()
    await working.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
    await expect(working.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await working.keyboard.press('Escape')
    await playground.call('restart')
    await playground.shows(/people in all/, MOST_MS)

    const next = await context.newPage()
    const workers = await watchSiteWorkers(next)
    await expect.poll(workers).toEqual(['activated', 'installed'])
    for (const page of context.pages()) if (page !== next) await page.close()
    // The browser changes over when the last page is gone and the old worker has nothing left to do. A page of ours that
    // is opened before that is one more in its way.
    await expect.poll(workers, { timeout: MOST_MS }).toEqual(['activated'])
    await next.goto('/docs/wire/')
    await expect(next.getByRole('heading', { level: 1, name: NEW_SENTENCE })).toBeVisible()
    await expect.poll(() => keptVersions(next)).toEqual([`both-ends-kept-${newer.version}`])
    expect(old).not.toBe(`both-ends-kept-${newer.version}`)
    // What the old one had kept, the new one has: lessons and all.
    await next.goto('/learn/02-params/')
    await expect(next.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

async function opened(page: Page): Promise<Page> {
  await page.goto('/docs/offline/')
  return page
}

async function writeSolution(page: Page, folder: string): Promise<void> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.\w+$/.test(path)) continue
    const text = readFileSync(join(folder, path), 'utf8')
    await page.evaluate(
      ([file = '', content = '']) => window.bothEnds?.write(file, content),
      [path, text],
    )
  }
}
