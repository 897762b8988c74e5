// What the browser's tests share. An error in the console fails a test, a violation of the CSP among them.
import { expect, test as base, type Page } from '@playwright/test'

export const PASSWORD = 'correct horse battery'
export const DEMO_PASSWORD = 'demo password 2026'

interface Fixtures {
  /** Parts of console errors that a test provokes. */
  expectedErrors: string[]
}

export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  page: async ({ page, expectedErrors }, give) => {
    const errors: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    await give(page)
    const isExpected = (text: string) => expectedErrors.some((part) => text.includes(part))
    expect(errors.filter((text) => !isExpected(text))).toEqual([])
  },
})

let count = 0

/** An address that no other test has. */
export function newEmail(): string {
  count += 1
  return `person${Date.now()}x${count}@example.com`
}

/** The visible one: cacheComponents keeps the page before in the document, hidden. */
export function field(page: Page, label: string) {
  return page
    .getByRole('textbox', { name: label, exact: true })
    .or(
      // A password field has no role.
      page.getByLabel(label, { exact: true }).and(page.locator('[type=password]')),
    )
    .filter({ visible: true })
}

/** `at` is another frontend than the usual one. */
export async function signUp(page: Page, name = 'Uma Rao', at = ''): Promise<string> {
  const email = newEmail()
  await page.goto(`${at}/sign-up`)
  await field(page, 'Name').fill(name)
  await field(page, 'E-mail').fill(email)
  await field(page, 'Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('Welcome. Your account is ready')).toBeVisible()
  return email
}

/** `next` is where the address asks to go afterwards. */
export async function signIn(
  page: Page,
  email: string,
  password = PASSWORD,
  next?: string,
): Promise<void> {
  await page.goto(next === undefined ? '/sign-in' : `/sign-in?next=${next}`)
  await field(page, 'E-mail').fill(email)
  await field(page, 'Password').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

export async function writeNote(page: Page, title: string, text = ''): Promise<void> {
  await page.goto('/notes/new')
  await field(page, 'Title').fill(title)
  await field(page, 'Text').fill(text)
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Your note is kept.')).toBeVisible()
}
