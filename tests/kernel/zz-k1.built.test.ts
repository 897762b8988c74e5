import { test } from 'vitest'
import { openKernel } from './harness/open-kernel.ts'
import { conventions } from './fixtures/conventions.ts'
test('scratch', async () => {
  const kernel = await openKernel()
  const source = (path: string) => String(conventions[path])
  kernel.page.on('console', (m) => console.log('PAGE', m.type(), m.text().slice(0, 500)))
  kernel.page.on('pageerror', (m) => console.log('PAGEERR', String(m.stack).slice(0, 800)))
  try {
    await kernel.boot('development', conventions)
    const f = await kernel.open('/')
    await f.waitForSelector('#count[data-hydrated=true]', { timeout: 5000 })
    await f.evaluate(() => { Object.assign(globalThis, { marked: 1 }); const w = globalThis as any; w.__bothEnds.onKernelMessage((m: any) => console.log('MSG', JSON.stringify(m).slice(0, 3000))) })
    await f.click('#count')
    const r1 = await kernel.write({ 'app/counter.tsx': source('app/counter.tsx').replace('>count {', '>COUNT {') })
    console.log('client', r1.ms, JSON.stringify(r1).slice(0, 500))
    await new Promise(r => setTimeout(r, 1500)); console.log(await f.textContent('#count'), await f.evaluate(() => 'marked' in globalThis))
  } finally {
    console.log((await kernel.logs().catch(() => [])).map(l => l.slice(0, 1500)).join('\n'))
    await kernel.close()
  }
})
