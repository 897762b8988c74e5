// Forms that the browser sends by itself: before Next's scripts are there, or without any. The answer is a whole page,
// with what is wrong and what was typed. With cacheComponents it was an empty one: frontend/lib/cache-handler.mjs.
import { expect, type APIRequestContext } from '@playwright/test'
import { field, PASSWORD, signUp, test, writeNote } from './support'
import { hiddenFields } from './plain-form'

const webUrl = process.env.TEST_WEB_URL ?? ''

/** Posts the form of a page that has this field. */
async function post(
  request: APIRequestContext,
  path: string,
  fieldName: string,
  fields: Record<string, string>,
): Promise<string> {
  const html = await (await request.get(path)).text()
  const answer = await request.post(path, {
    multipart: { ...hiddenFields(html, `name="${fieldName}"`), ...fields },
    headers: { Origin: webUrl },
  })
  expect(answer.status()).toBe(200)
  return answer.text()
}

/** Not waiting in a corner for a script to move it, either. */
function expectWhole(html: string): void {
  const markup = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
  expect(markup).toMatch(/^<!DOCTYPE html>/)
  expect(markup).toContain('<main')
  expect(markup).not.toContain('Loading …')
  expect(markup).not.toContain('<div hidden id="S:')
}

test('a wrong sign-in says so, and keeps the address', async ({ request }) => {
  const wrong = { email: 'ada@example.com', password: 'not this one', next: '/account' }
  const html = await post(request, '/sign-in?next=/account', 'email', wrong)
  expectWhole(html)
  expect(html).toContain('The e-mail address or the password is not right.')
  expect(html).toContain('value="ada@example.com"')
  expect(html).toContain('value="/account"')
  expect(html).not.toContain(wrong.password)
})

test('a note without a title keeps its text, new or old', async ({ page }) => {
  await signUp(page)
  await writeNote(page, 'Bread')
  const href = (await page.getByRole('link', { name: 'Bread' }).getAttribute('href')) ?? ''
  for (const path of ['/notes/new', href]) {
    const html = await post(page.request, path, 'title', { title: ' ', text: 'Seventy percent' })
    expectWhole(html)
    expect(html).toContain('Please look at the marked fields.')
    expect(html).toMatch(/<textarea[^>]*>Seventy percent</)
  }
})

test('each form of the account answers for itself', async ({ page }) => {
  await signUp(page)
  const name = await post(page.request, '/account', 'name', {
    name: '',
    email: 'uma@',
    password: '',
  })
  expectWhole(name)
  expect(name).toContain('value="uma@"')
  expect(name.match(/aria-invalid="true"/g)).toHaveLength(2)
  const short = { password: PASSWORD, new_password: 'short' }
  const changed = await post(page.request, '/account', 'new_password', short)
  expectWhole(changed)
  expect(changed).toContain('Please use at least 12 characters')
  expect(changed).not.toContain(PASSWORD)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('a wrong form shows what is wrong and keeps what was typed', async ({ page }) => {
    await page.goto('/sign-up')
    await field(page, 'Name').fill('Uma Rao')
    await field(page, 'E-mail').fill('uma')
    await field(page, 'Password').fill('short')
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page.getByText('Please enter an address like')).toBeVisible()
    await expect(page.getByText('Please use at least 12 characters')).toBeVisible()
    await expect(field(page, 'Name')).toHaveValue('Uma Rao')
    await expect(field(page, 'E-mail')).toHaveValue('uma')
    await expect(field(page, 'Password')).toHaveValue('')
  })
})

test('on a slow line: sent before the scripts are there, and they take over from the answer', async ({
  page,
}) => {
  await signUp(page)
  let letThrough = () => {}
  const scripts = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await scripts
    await route.continue()
  })
  await page.goto('/notes/new', { waitUntil: 'commit' })
  await field(page, 'Text').fill('Seventy percent')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Please look at the marked fields.')).toBeVisible()
  await expect(field(page, 'Text')).toHaveValue('Seventy percent')

  letThrough()
  // The script gives the focus to the first field that is wrong.
  await expect(field(page, 'Title')).toBeFocused()
  await field(page, 'Title').fill('Bread')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Your note is kept.')).toBeVisible()
})
