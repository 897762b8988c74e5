// The service worker, host page and broker in WebKitGTK, by a page that tries the network itself.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBrowser } from '../../tools/browsers/find-browsers.mjs'
import { openSession } from '../browsers/web-driver.mjs'
import { serveTwoOrigins } from './preview-server.ts'
import type { ProbeReport } from './probe-page.ts'

const RUN_PROBE = `
  await window.network.start()
  const report = new Promise((resolve) => addEventListener('message', ({ data }) => {
    if (data.probe || data.error) resolve(data)
  }))
  await window.network.show('/probe')
  return report`

/** MiniBrowser lies beside the library, below the folder of the machine's own kind. */
function findMiniBrowser(): string | null {
  if (!existsSync('/usr/lib')) return null
  const places = readdirSync('/usr/lib').map((kind) =>
    join('/usr/lib', kind, 'webkit2gtk-4.1/MiniBrowser'),
  )
  return places.find((place) => existsSync(place)) ?? null
}

const driver = findBrowser('webkit')
const binary = findMiniBrowser()

describe.runIf(driver !== null && binary !== null)('in WebKitGTK', () => {
  test('pages, uploads, streams, aborts, redirects, forms and CORS work', async () => {
    const origins = await serveTwoOrigins()
    const session = await openSession({
      command: 'xvfb-run',
      args: (port) => ['-a', '-s', '-screen 0 1280x1024x24', String(driver), `--port=${port}`],
      capabilities: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    })
    try {
      await session.open(origins.site)
      const { probe, error }: { probe?: ProbeReport; error?: string } = await session.run(RUN_PROBE)
      expect(error).toBeUndefined()
      const { tickTimes = [], ...rest } = probe ?? {}
      expect(rest).toEqual({
        guest: '',
        redirectedTo: '/landed',
        uploaded: true,
        absolute: 'http://localhost:3000/echo',
        brokenStream: 'TypeError',
        emptyStatus: 204,
        allowed: ['GET', '/open'],
        refused: 'TypeError',
        afterPreflight: ['PUT', '/put'],
        aborted: 1,
        formShows: 'Landed',
      })
      expect(tickTimes).toHaveLength(5)
      expect((tickTimes[4] ?? 0) - (tickTimes[0] ?? 0)).toBeGreaterThan(600)
    } finally {
      await session.close()
      origins.stop()
    }
  })
})
