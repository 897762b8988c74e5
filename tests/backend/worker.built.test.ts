// The real backend worker in Chromium: what Node cannot show, and the snapshot over a page reload.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE } from '../../playground/runtime/backend/testing/example-app.ts'
import { findBrowser } from '../../tools/browsers/find-browsers.mjs'
import { missingBuild } from '../../tools/wheel-lock/disk-assets.ts'
import { openWorkerPage, type OpenWorker } from './open-worker.ts'
import type {} from './worker-page.ts'

const missing = missingBuild() ?? (findBrowser('chromium') === null ? 'Chromium is missing.' : null)

describe.skipIf(missing !== null)(`the backend worker in Chromium (${missing ?? 'built'})`, () => {
  let opened: OpenWorker

  const boot = () => opened.page.evaluate((main) => window.backend.boot(main), EXAMPLE)
  const ask = (path: string, method = 'GET', bytes = 0) =>
    opened.page.evaluate(([to, how, size]) => window.backend.ask(to, how, size), [
      path,
      method,
      bytes,
    ] as const)

  beforeAll(async () => {
    opened = await openWorkerPage()
    const { errors } = await boot()
    if (errors.length > 0) throw new Error(errors[0]?.message)
  })
  afterAll(() => opened?.close())

  it('takes 1 MB, keeps two cookies apart, answers HEAD', async () => {
    expect(JSON.parse((await ask('/size', 'POST', 1 << 20)).text)).toMatchObject({ size: 1 << 20 })
    const { headers } = await ask('/cookies')
    expect(headers.filter(([name]) => name === 'set-cookie')).toHaveLength(2)
    expect(await ask('/head', 'HEAD')).toMatchObject({ status: 200, text: '' })
  })

  it('streams events and hears of a reader that leaves', async () => {
    const events = await opened.page.evaluate(() => window.backend.leaveAfter('/events', 2))
    expect(events).toEqual(['data: 0\n\n', 'data: 1\n\n'])
    await expect.poll(async () => (await ask('/closed')).text).toBe('1')
  })

  it('stops an endless loop in this browser too, and serves on', async () => {
    expect((await ask('/loop')).status).toBe(500)
    await expect
      .poll(() => opened.page.evaluate(() => window.backend.errors.at(-1)?.message ?? ''))
      .toContain('RunawayLoop')
    expect((await ask('/sleeping-loop')).status).toBe(500)
    expect((await ask('/head')).status).toBe(200)
  })

  it('hashes passwords and fetches the whole archive when it must', async () => {
    const [hash, right, wrong] = JSON.parse((await ask('/hash')).text)
    expect([hash.slice(0, 10), right, wrong]).toEqual(['$argon2id$', true, false])
    expect((await ask('/late')).text).toBe('2')
  })

  it('serves an edit', async () => {
    const main = 'from fastapi import FastAPI\napp = FastAPI()\napp.get("/")(lambda: "edited")\n'
    expect(await opened.page.evaluate((text) => window.backend.write(text), main)).toEqual([])
    expect((await ask('/')).text).toBe('"edited"')
  })

  it('starts from a snapshot after a reload of the page', async () => {
    await boot()
    await expect
      .poll(
        () =>
          opened.page.evaluate(async () => {
            const folder = await navigator.storage.getDirectory()
            const handle = await folder.getFileHandle('both-ends-python.snapshot').catch(() => null)
            return handle === null ? 0 : (await handle.getFile()).size
          }),
        { timeout: 50_000, interval: 1000 },
      )
      .toBeGreaterThan(40_000_000)
    await opened.page.reload()
    await opened.page.waitForFunction(() => 'backend' in window)
    await expect
      .poll(async () => (await boot()).timings, { timeout: 20_000 })
      .toHaveProperty('snapshot')
    expect((await ask('/people')).text).toBe('[]')
  }, 90_000)
})
