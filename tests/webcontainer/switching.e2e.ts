// Changing the engine in a lesson, and where the vendor lets nobody in: what a person has stays. On /play: journey.e2e.ts.
import { keepEvidence } from '../e2e/support/evidence.ts'
import { openPlayground, SLOW_START } from '../e2e/support/playground.ts'
import { openLesson } from '../e2e/support/lesson.ts'
import { chooseEngine, READY } from './on-container.ts'
import { refuseVendor, VENDOR_HOST } from './stand-in/serve-stand-in.ts'
import { expect, test } from './test.ts'

test.use({ expectedErrors: new RegExp(`${SLOW_START.source}|50[24] `) })

test('in a lesson: files and progress stay, and its checks run on the container too', async ({
  page,
  standIn,
}) => {
  const { run, bothEnds } = await openLesson(page, { slug: '01-two-servers', start: false })
  const path = 'backend/main.py'
  const mended = `${String(await bothEnds((api, file) => api.read(file), path))}\napp.include_router(router)\n`
  await bothEnds((api, text) => api.write('backend/main.py', text), mended)
  await bothEnds((api) => api.ready())
  expectPassing(await run())
  const firstStep = page.getByRole('link', { name: /^Step 1 of \d+: .*, done$/ })
  await expect(firstStep).toBeVisible()

  await chooseEngine(page, 'WebContainers')
  await expect(firstStep).toBeVisible()
  await bothEnds((api) => api.ready())
  expect(standIn.processes().started().join()).toContain('next dev --webpack')
  expect(await bothEnds((api, file) => api.read(file), path)).toBe(mended)
  expectPassing(await run())
})

function expectPassing(said: readonly string[]): void {
  expect(said).toHaveLength(4)
  expect(said.filter((text) => !text.startsWith('passes'))).toEqual([])
}

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
    await keepEvidence(page, 'webcontainers-refused')
    await expect(app.getByRole('heading', { name: 'Kept' })).toBeVisible(READY)
    await expect(app.getByText('Aaa Kept').first()).toBeVisible()
    expect(new URL(page.url()).searchParams.has('engine')).toBe(false)
  })
})
