// The app that teams copy, unchanged, in the playground: from sign-up to the deleted account, and both other kinds of
// people. In the preview's own page, so that its JavaScript, its cookies and its redirects are in it.
import { expect, type FrameLocator } from '@playwright/test'
import { test } from './support/test.ts'
import { openPlayground, SLOW_START } from './support/playground.ts'

test.use({ expectedErrors: SLOW_START })

const PASSWORD = 'correct horse battery'
const DEMO_PASSWORD = 'demo password 2026'

/** The visible one: cacheComponents keeps the page before in the document, hidden. */
function field(app: FrameLocator, label: string) {
  return app.getByLabel(label, { exact: true }).filter({ visible: true })
}

function button(app: FrameLocator, name: string) {
  return app.getByRole('main').getByRole('button', { name, exact: true }).filter({ visible: true })
}

async function signIn(app: FrameLocator, email: string, password: string): Promise<void> {
  await field(app, 'E-mail').fill(email)
  await field(app, 'Password').fill(password)
  await button(app, 'Sign in').click()
}

test('from sign-up to the deleted account', async ({ page }) => {
  const { app, bothEnds } = await openPlayground(page, { from: 'user-crud' })
  await expect(app.getByText('12 notes by 2 people so far.')).toBeVisible()
  await app.getByRole('link', { name: 'Start writing' }).click()
  await field(app, 'Name').fill('Uma Rao')
  await field(app, 'E-mail').fill('uma@example.com')
  await field(app, 'Password').fill('short')
  await button(app, 'Create account').click()
  await expect(app.getByText('Please use at least 12 characters.')).toBeVisible()
  await expect(field(app, 'Name')).toHaveValue('Uma Rao')
  await field(app, 'Password').fill(PASSWORD)
  await button(app, 'Create account').click()
  await expect(app.getByText('Welcome. Your account is ready')).toBeVisible()
  const cookies = await bothEnds((api) => api.cookies())
  expect(cookies).toEqual([
    expect.objectContaining({ name: 'session', httpOnly: true, secure: false, sameSite: 'lax' }),
  ])

  await app.getByRole('link', { name: 'New note' }).filter({ visible: true }).click()
  await field(app, 'Title').fill('Bread')
  await field(app, 'Text').fill('70 % water')
  await button(app, 'Keep it').click()
  await expect(app.getByText('Your note is kept.')).toBeVisible()
  await button(app, 'Pin Bread').click()
  await expect(button(app, 'Pin Bread')).toHaveAttribute('aria-pressed', 'true')
  await button(app, 'Look into Bread').click()
  await expect(app.getByText('70 % water')).toBeVisible()

  await app.getByRole('link', { name: 'Bread' }).click()
  await field(app, 'Title').fill('Bread, again')
  await button(app, 'Save').click()
  await expect(app.getByText('Your changes are saved.')).toBeVisible()
  await app.getByRole('link', { name: 'Bread, again' }).click()
  await app.getByText('Delete …').filter({ visible: true }).click()
  await button(app, 'Yes, delete').click()
  await expect(app.getByText('The note is gone.')).toBeVisible()

  await app.getByRole('banner').getByRole('link', { name: 'Uma Rao' }).click()
  const section = app.getByRole('region', { name: 'Delete account' })
  await section.getByLabel('Your password').fill('not this one')
  await section.getByRole('button', { name: 'Delete my account' }).click()
  await expect(section.getByText('This is not your password.').first()).toBeVisible()
  await section.getByLabel('Your password').fill(PASSWORD)
  await section.getByRole('button', { name: 'Delete my account' }).click()
  await expect(app.getByText('Your account and all its notes are deleted.')).toBeVisible()
  expect(await bothEnds((api) => api.cookies())).toEqual([])
  const { rows } = await bothEnds((api) => api.query('select count(*) from users'))
  expect(rows).toEqual([[2]])
})

test('a guest is sent to sign in, a member is refused, an administrator comes in', async ({
  page,
}) => {
  const { app, bothEnds } = await openPlayground(page, { from: 'user-crud' })
  await bothEnds((api) => api.goto('/admin/people'))
  await expect(app.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await signIn(app, 'ben@example.com', DEMO_PASSWORD)
  await expect(app.getByRole('heading', { name: 'This is for administrators' })).toBeVisible()

  await app.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
  await expect(app.getByText('12 notes by 2 people so far.')).toBeVisible()
  await app.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await signIn(app, 'ada@example.com', DEMO_PASSWORD)
  await expect(app.getByText('12 in all')).toBeVisible()
  await app.getByRole('banner').getByRole('link', { name: 'People' }).click()
  await button(app, 'Make administrator: Ben Ito').click()
  await expect(button(app, 'Make member: Ben Ito')).toBeVisible()
})

test('built for production, it answers the same', async ({ page }) => {
  const { app, bothEnds } = await openPlayground(page, { from: 'user-crud' })
  await bothEnds((api) => api.setFlavour('production'))
  await bothEnds((api) => api.goto('/sign-in'))
  await signIn(app, 'ada@example.com', DEMO_PASSWORD)
  await expect(app.getByText('12 in all')).toBeVisible()
  await app.getByRole('link', { name: 'Next' }).filter({ visible: true }).click()
  await expect(app.getByText('Page 2 of 2')).toBeVisible()
  expect(await bothEnds((api) => api.errors())).toEqual([])
})
