import { test } from 'vitest'
import { openKernel } from './harness/open-kernel.ts'
import { conventions } from './fixtures/conventions.ts'
test('scratch', async () => {
  const kernel = await openKernel()
  const source = (path: string) => String(conventions[path])
  kernel.page.on('console', (m) => console.log('PAGE', m.type(), m.text().slice(0, 700)))
  kernel.page.on('pageerror', (m) => console.log('PAGEERR', String(m.stack).slice(0, 800)))
  try {
    await kernel.boot('development', { ...conventions, 'app/label.ts': `export const label = 'COUNT'`, 'app/counter.tsx': source('app/counter.tsx').replace('>count {', '>{label} {').replace(/^('use client'[^\n]*\n)/, "$1import { label } from './label'\n") })
    const f = await kernel.open('/')
    await f.waitForSelector('#count[data-hydrated=true]', { timeout: 5000 })
    await f.evaluate(() => { Object.assign(globalThis, { marked: 1 }) })
    await f.click('#count')
    const show = async (t: string) => { await new Promise(r => setTimeout(r, 1200)); console.log(t, await f.textContent('#count').catch(() => 'no count'), await f.evaluate(() => 'marked' in globalThis)); const o = await f.evaluate(() => { const p = document.querySelector('nextjs-portal'); return p ? (p.shadowRoot?.textContent ?? '').replace(/[\s\S]*?\}\s*(?=[A-Z0-9][a-z])/g, '').slice(-900) : 'none' }); console.log('OVERLAY', o.slice(-700)) }
    await show('start')
    await kernel.write({ 'app/label.ts': `export const label = 'LABEL'` }); await show('lib edit under client')
    await kernel.write({ 'app/counter.tsx': 'export const x = {' }); await show('syntax')
    await kernel.page.screenshot({ path: '/tmp/k1-syntax.png' })
    await kernel.write({ 'app/counter.tsx': source('app/counter.tsx') }); await show('mended')
    await kernel.write({ 'app/counter.tsx': source('app/counter.tsx').replace('return <button', "if (typeof window !== 'undefined') throw new Error('client boom'); return <button") }); await show('runtime error')
    await kernel.page.screenshot({ path: '/tmp/k1-runtime.png' })
    await kernel.write({ 'app/counter.tsx': source('app/counter.tsx') }); await show('mended')
    await kernel.page.screenshot({ path: '/tmp/k1-mended.png' })
    await kernel.open('/boom'); await new Promise(r => setTimeout(r, 1500)); await kernel.page.screenshot({ path: '/tmp/k1-boom.png' })
  } finally {
    console.log((await kernel.logs().catch(() => [])).map(l => l.slice(0, 500)).join('\n'))
    await kernel.close()
  }
}, 90000)
