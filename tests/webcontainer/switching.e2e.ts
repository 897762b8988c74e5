// Changing the engine: what a person has stays, whichever way it changes.
import { openPlayground, SLOW_START } from '../e2e/support/playground.ts'
import { chooseEngine, READY } from './on-container.ts'
import { refuseVendor, VENDOR_HOST } from './stand-in/serve-stand-in.ts'
import { expect, test } from './test.ts'

test.describe('where stackblitz.com lets nobody in', () => {
  test.use({ expectedErrors: new RegExp(`${SLOW_START.source}|ERR_CONNECTION_REFUSED`) })

  test('the own engine takes over by itself, says why, and the files stay', async ({
    page,
    context,
    hosts,
  }) => {
    hosts.add(VENDOR_HOST)
    await refuseVendor(context)
    const { app, bothEnds } = await openPlayground(page)
    await bothEnds(async (api) => {
      const path = 'frontend/app/(list)/page.tsx'
      await api.write(
        path,
        String(await api.read(path)).replace('<h1>People</h1>', '<h1>Kept</h1>'),
      )
    })
    await bothEnds((api) => api.query("update people set name = 'Aaa Kept' where id = 1"))
    await chooseEngine(page, 'WebContainers')
    await bothEnds((api) => api.ready())
    const said = page.getByRole('alert').filter({ hasText: 'The own engine runs instead.' })
    await expect(said).toContainText(
      'stackblitz.com, where WebContainers come from, cannot be reached from here. Your files, progress and database are as they were.',
    )
    await expect(page.getByRole('button', { name: 'Engine: Own engine' })).toBeVisible()
    await expect(app.getByRole('heading', { name: 'Kept' })).toBeVisible(READY)
    await expect(app.getByText('Aaa Kept').first()).toBeVisible()
    expect(new URL(page.url()).searchParams.has('engine')).toBe(false)
  })
})
