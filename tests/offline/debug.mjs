import { chromium } from '@playwright/test'
import { chromiumArguments } from '../../tools/browsers/find-browsers.mjs'
import { startServers } from '../../tools/serve/serve.mjs'
const s = await startServers()
const c = await chromium.launchPersistentContext('/tmp/offline-dbg-profile-' + Date.now(), {
  executablePath: '/usr/bin/chromium',
  args: chromiumArguments(),
})
const p = await c.newPage()
p.on('console', (m) => console.log('console', m.type(), m.text().slice(0, 300)))
p.on('pageerror', (e) => console.log('pageerror', e.message))
c.on('serviceworker', (w) => console.log('sw', w.url()))
p.on('requestfailed', (r) => console.log('failed', r.url().slice(0, 100)))
await p.goto(s.siteOrigin + '/docs/what-is-real/')
for (let i = 0; i < 8; i++) {
  await new Promise((r) => setTimeout(r, 2000))
  console.log(
    i,
    JSON.stringify(
      await p.evaluate(async () => ({
        meta: document.querySelector('meta[name="both-ends-site"]')?.content,
        regs: (await navigator.serviceWorker.getRegistrations()).map((r) => [
          r.active?.state,
          r.waiting?.state,
          r.installing?.state,
        ]),
        caches: await caches.keys(),
        rs: document.readyState,
        parent: window.parent === window,
        frames: document.querySelectorAll('iframe').length,
        conn: JSON.stringify({
          s: navigator.connection?.saveData,
          e: navigator.connection?.effectiveType,
        }),
      })),
    ),
  )
}
await c.close()
await s.stop()
