// What breaks, on purpose: loops without an end, and a service worker that is taken away. Each recovers and says so.
import assert from 'node:assert/strict'
import { onePage } from '../../e2e/support/playground.ts'
import { PATIENCE, sees, seesNoMore, tapInApp, tapOn } from '../acts.ts'
import type { Driver } from '../driver.ts'
import type { Journey } from './journey.ts'
import { openPlay } from './open-play.ts'

const FILES = onePage(
  "'use client'\nexport default function Page() {\n" +
    '  return <button onClick={() => setTimeout(() => { for (;;) {} }, 300)}>Hang</button>\n}\n',
  {
    'frontend/app/other/page.tsx':
      'export default function Page() {\n  return <h1>Another page</h1>\n}\n',
    'backend/main.py':
      'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n' +
      "@app.get('/loop')\ndef loop():\n    while True:\n        pass\n\n\n" +
      "@app.get('/ok')\ndef ok():\n    return 1\n",
  },
)

async function stopEndpoint(driver: Driver): Promise<void> {
  await openPlay(driver, 'hello')
  const { call } = driver
  const { errors } = await call('load', { files: FILES })
  assert.deepEqual(errors, [])
  const { status } = await call('request', { host: 'backend', path: '/loop' })
  assert.ok(status >= 500, `the loop ended with ${status}`)
  assert.match(JSON.stringify(await call('errors')), /backend\/main\.py/)
  const { body } = await call('request', { host: 'backend', path: '/ok' })
  assert.equal(body, '1')
}

async function takeServiceWorker(driver: Driver): Promise<void> {
  await driver.call('goto', '/')
  await driver.inHost(async (_: null) => {
    const all = await navigator.serviceWorker.getRegistrations()
    await Promise.all(all.map((registration) => registration.unregister()))
  }, null)
  await driver.call('goto', '/other')
  await driver.shows('Another page', PATIENCE)
}

async function hangPage(driver: Driver): Promise<void> {
  await driver.call('goto', '/')
  await tapInApp(driver, { selector: 'button', name: 'Hang' })
  await sees(driver, /stopped answering/)
  await tapOn(driver, { selector: '[role="alert"] button', name: 'Reload preview' })
  await seesNoMore(driver, /stopped answering/)
  await driver.shows('Hang', PATIENCE)
  await driver.call('goto', '/other')
  await driver.shows('Another page', PATIENCE)
}

export const faultsJourney: Journey = {
  title: 'Faults',
  place: 3,
  expected: /./,
  steps: [
    {
      says: 'An endless loop in an endpoint is stopped with its file, and the next request answered',
      run: stopEndpoint,
    },
    {
      says: 'The service worker is taken away: the next page opens all the same',
      run: takeServiceWorker,
    },
    {
      says: 'An endless loop in a script of the page is said; Reload brings the page back, another one opens',
      run: hangPage,
      missing: {
        webkit:
          'One process runs every frame of a tab, so the tab stands still with the loop and has to be closed. Your files are kept.',
      },
    },
  ],
}
