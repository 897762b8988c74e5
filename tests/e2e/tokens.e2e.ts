// The jar's token box and the wire's replay, with a real login session: read it, prove it, forge it, outlive it.
import AxeBuilder from '@axe-core/playwright'
import { test, expect } from './support/kept-test.ts'
import { openPlayground, type Playground } from './support/playground.ts'

async function signIn({ app, bothEnds }: Playground): Promise<void> {
  await bothEnds((api) => api.goto('/sign-in'))
  await app.getByLabel('E-mail', { exact: true }).fill('ada@example.com')
  await app.getByLabel('Password', { exact: true }).fill('demo password 2026')
  await app.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(app.getByText('Bread, second try')).toBeVisible()
}

// In development Next says of /notes that it is not instant, in the kernel alone.
test.use({ expectedErrors: /encountered uncached data/ })

test('a token is read, proved, forged and outlived', async ({ page }) => {
  const playground = await openPlayground(page, { from: 'user-crud' })
  await signIn(playground)
  await page.getByRole('tab', { name: /^Jar/ }).click()
  await expect(page.getByText('no, unless Next.js passes it on')).toBeVisible()
  await page.getByText('Token', { exact: true }).click()
  await expect(page.getByText(/"iss": "user-crud"/)).toBeVisible()
  await page.getByRole('button', { name: 'Verify with this app’s key' }).click()
  await expect(page.getByText('The signature fits JWT_SECRET in backend/.env.')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('[role="tabpanel"]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await page.getByLabel('Value').fill('00000000-0000-4000-8000-000000000000')
  await page.getByRole('button', { name: 'Change and send' }).click()
  await expect(page.getByRole('row', { name: /replayed.*401/ })).toBeVisible()

  await page.getByRole('tab', { name: /^Jar/ }).click()
  await page.getByRole('button', { name: 'Go past its end' }).click()
  await expect(
    page.getByText('The clock of the jar and of Python is 30 minutes ahead.'),
  ).toBeVisible()
  await playground.bothEnds((api) => api.goto('/notes'))
  await expect(playground.app.getByLabel('Password', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Put it right' }).click()
  await expect(page.getByText('No cookies.')).toBeVisible()
})

test('a request of the wire is sent once more, and marked', async ({ page }) => {
  const { bothEnds } = await openPlayground(page, { from: 'hello' })
  await bothEnds((api) => api.request({ host: 'backend', path: '/openapi.json' }))
  await page.getByRole('row', { name: /openapi\.json/ }).click()
  await page.getByRole('button', { name: 'Replay' }).click()
  await expect(page.getByText('Sent once more. The answer was 200.')).toBeVisible()
  const hops = await bothEnds(async (api) =>
    (await api.trace()).filter(({ hops: [first] }) =>
      first?.type === 'http' ? first['url.full'].endsWith('/openapi.json') : false,
    ),
  )
  expect(hops).toHaveLength(2)
})
