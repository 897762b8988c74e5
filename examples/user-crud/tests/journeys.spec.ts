// What people do here, in a real browser, on both servers.
import { expect, type Page } from '@playwright/test'
import {
  DEMO_PASSWORD,
  field,
  newEmail,
  PASSWORD,
  signIn,
  signUp,
  test,
  writeNote,
} from './support'

test('from sign-up to the deleted account', async ({ page }) => {
  const email = await signUp(page)
  await expect(page.getByText('Nothing here yet.')).toBeVisible()
  await writeNote(page, 'Bread', '70 % water')

  await page.getByRole('link', { name: 'Bread' }).click()
  await field(page, 'Title').fill('Bread, again')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your changes are saved.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bread, again' })).toBeVisible()

  await page.getByRole('link', { name: 'Bread, again' }).click()
  await expect(field(page, 'Title')).toHaveValue('Bread, again')
  await page.getByText('Delete …').click()
  await page.getByRole('button', { name: 'Yes, delete' }).click()
  await expect(page.getByText('The note is gone.')).toBeVisible()

  await page.goto('/account')
  const section = page.getByRole('region', { name: 'Delete account' })
  await section.getByLabel('Your password').fill('not this one')
  await section.getByRole('button', { name: 'Delete my account' }).click()
  await expect(section.getByText('This is not your password.').first()).toBeVisible()
  await section.getByLabel('Your password').fill(PASSWORD)
  await section.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByText('Your account and all its notes are deleted.')).toBeVisible()
  expect(await page.context().cookies()).toEqual([])

  await signIn(page, email)
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
})

test('a wrong form keeps what was typed, but no password, and points at the first mistake', async ({
  page,
}) => {
  await page.goto('/sign-up')
  await field(page, 'Name').fill('Uma Rao')
  await field(page, 'E-mail').fill('uma')
  await field(page, 'Password').fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('Please enter an address like')).toBeVisible()
  await expect(page.getByText('Please use at least 12 characters')).toBeVisible()
  await expect(field(page, 'Name')).toHaveValue('Uma Rao')
  await expect(field(page, 'E-mail')).toHaveValue('uma')
  await expect(field(page, 'E-mail')).toBeFocused()
  await expect(field(page, 'Password')).toHaveValue('')
  await expect(field(page, 'E-mail')).toHaveAccessibleDescription(/Please enter an address/)
})

test('a taken address is an error of its field', async ({ page }) => {
  await page.goto('/sign-up')
  await field(page, 'Name').fill('Eve')
  await field(page, 'E-mail').fill('ADA@example.com')
  await field(page, 'Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(field(page, 'E-mail')).toHaveAccessibleDescription(/There is an account/)
})

test('pages, search, a look and a pin', async ({ page }) => {
  await signIn(page, 'ada@example.com', DEMO_PASSWORD)
  await expect(page.getByText('12 in all')).toBeVisible()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('Page 2 of 2')).toBeVisible()
  await page.getByRole('searchbox').filter({ visible: true }).fill('ljubljana')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL('/notes?q=ljubljana')
  await expect(page.getByText('1 found')).toBeVisible()

  await page.getByRole('button', { name: 'Look into Train to Ljubljana' }).click()
  await expect(page.getByText('Leaves 07:25, seat 42.')).toBeVisible()
  const pin = page.getByRole('button', { name: 'Pin Train to Ljubljana' })
  // The button turns before the server knows: leaving the page at once could take the request along.
  const kept = page.waitForResponse((response) => response.request().method() === 'POST')
  await pin.click()
  await kept
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
  await page.goto('/notes')
  await expect(page.getByRole('listitem').filter({ visible: true }).nth(1)).toContainText('Bread')
  await expect(page.getByRole('button', { name: 'Pin Train to Ljubljana' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('who is not signed in comes back to where they wanted to go', async ({ page }) => {
  const email = await signUp(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?next=%2Faccount')
  await field(page, 'E-mail').fill(email)
  await field(page, 'Password').fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/account')
})

test('the profile: a name at once, an address with the password', async ({ page }) => {
  await signUp(page)
  await page.goto('/account')
  const profile = page.getByRole('region', { name: 'Profile' })
  await profile.getByLabel('Name').fill('Uma R.')
  await profile.getByRole('button', { name: 'Save' }).click()
  await expect(profile.getByText('Your profile is saved.')).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Uma R.' })).toBeVisible()

  const email = newEmail()
  await profile.getByLabel('E-mail').fill(email)
  await profile.getByRole('button', { name: 'Save' }).click()
  await expect(profile.getByText('Please enter your password.').first()).toBeVisible()
  await expect(profile.getByLabel('E-mail')).toHaveValue(email)
  await profile.getByLabel('Password').fill(PASSWORD)
  await profile.getByRole('button', { name: 'Save' }).click()
  await expect(profile.getByText('Your profile is saved.')).toBeVisible()
})

test('a new password signs out the other window, not this one', async ({ page, browser }) => {
  const email = await signUp(page)
  const other = await (await browser.newContext()).newPage()
  await signIn(other, email)
  await expect(other.getByRole('heading', { name: 'Notes' })).toBeVisible()

  await page.goto('/account')
  const section = page.getByRole('region', { name: 'Password', exact: true })
  await section.getByLabel('Password until now').fill(PASSWORD)
  await section.getByLabel('New password').fill('another long password')
  await section.getByRole('button', { name: 'Change password' }).click()
  await expect(section.getByText('Your password is changed.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible()
  await other.goto('/notes')
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await other.context().close()
})

test('a form sent after the login session has ended keeps its text', async ({ page }) => {
  await signUp(page)
  await page.goto('/notes/new')
  await field(page, 'Title').fill('Long thought')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Your login session has ended.')).toBeVisible()
  await expect(field(page, 'Title')).toHaveValue('Long thought')
})

/** By links and buttons alone: an address that is typed is a new document. */
async function signInByLinks(page: Page, email: string): Promise<void> {
  await field(page, 'E-mail').fill(email)
  await field(page, 'Password').fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Nothing here yet.')).toBeVisible()
}

/** What somebody types and leaves, in the pages where one can. */
async function leaveDrafts(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'New note' }).click()
  await field(page, 'Title').fill('Only for me')
  await page.getByRole('banner').getByRole('link', { name: 'Uma Rao' }).click()
  await field(page, 'Password until now').fill(PASSWORD)
}

async function expectNoDrafts(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'New note' }).filter({ visible: true }).click()
  await expect(field(page, 'Title')).toHaveValue('')
  await page.getByRole('banner').getByRole('link', { name: 'Next Person' }).click()
  await expect(field(page, 'Password until now')).toHaveValue('')
}

test('whoever signs in next in the same tab finds nothing of the last one', async ({ page }) => {
  const next = await signUp(page, 'Next Person')
  await page.context().clearCookies()
  await signUp(page)
  await leaveDrafts(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  expect(await page.content()).not.toContain('Uma Rao')
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await signInByLinks(page, next)
  await expectNoDrafts(page)
})

test('nor when the last one’s login session ended by itself', async ({ page }) => {
  const next = await signUp(page, 'Next Person')
  await page.context().clearCookies()
  await signUp(page)
  await leaveDrafts(page)
  await page.context().clearCookies()
  await page.getByRole('banner').getByRole('link', { name: 'Notes' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await signInByLinks(page, next)
  await expectNoDrafts(page)
})

test('an administrator promotes, demotes and deletes', async ({ page, browser }) => {
  const member = await (await browser.newContext()).newPage()
  const email = await signUp(member, 'Zed Member')
  await member.goto('/admin/people')
  await expect(member.getByRole('heading', { name: 'This is for administrators' })).toBeVisible()

  await signIn(page, 'ada@example.com', DEMO_PASSWORD)
  await page.getByRole('link', { name: 'People' }).click()
  await expect(page.getByRole('searchbox', { name: 'Name or e-mail' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Name or e-mail', exact: true }).fill(email)
  await page.getByRole('button', { name: 'Search' }).filter({ visible: true }).click()
  // The list before has Zed too, and another administrator.
  await expect(page.getByText('1 found')).toBeVisible()
  await page.getByRole('button', { name: 'Make administrator: Zed Member' }).click()
  await expect(page.getByText('Administrator', { exact: true })).toBeVisible()
  // Everybody whom the other tests signed up is in the list: it has more than one page.
  await member.goto(`/admin/people?q=${encodeURIComponent(email)}`)
  await expect(member.getByRole('heading', { name: 'People' })).toBeVisible()
  await expect(member.getByText('This is you')).toBeVisible()

  await page.getByRole('button', { name: 'Make member: Zed Member' }).click()
  await expect(page.getByRole('button', { name: 'Make administrator: Zed Member' })).toBeVisible()
  await page.getByText('Delete …').click()
  await page.getByRole('button', { name: 'Yes, delete' }).click()
  await expect(page.getByText('Nobody was found.')).toBeVisible()
  await member.goto('/notes')
  await expect(member.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await member.context().close()
})

test('what browsers ask for by themselves is there', async ({ request }) => {
  const icon = await request.get('/favicon.ico')
  expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/svg+xml'])
})

test('the first page counts what is shared, at once after a note', async ({ page }) => {
  const readCount = async () => {
    await page.goto('/')
    const line = page.getByText(/\d+ notes by \d+/)
    await expect(line).toBeVisible()
    return Number(/\d+/.exec((await line.textContent()) ?? '')?.[0])
  }
  await signUp(page)
  const before = await readCount()
  await writeNote(page, 'One more')
  expect(await readCount()).toBe(before + 1)
})
