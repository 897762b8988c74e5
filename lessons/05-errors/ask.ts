// What the checks of both steps do: edit Ada, who is person 1, and save.
import type { PageTool } from '../../playground/lessons/define-checks.ts'

export const REFUSAL = 'Somebody here has this address already.'
/** Person 2 has it. */
export const TAKEN = 'alma.lindqvist@example.com'

export async function saveTitle(page: PageTool, title: string): Promise<void> {
  await page.open('/people/1/edit')
  await page.fill('Title', title)
  await page.click('button', 'Save')
}

export async function saveTakenAddress(page: PageTool): Promise<void> {
  await page.open('/people/1/edit')
  await page.fill('Title', 'Head of Everything')
  await page.fill('E-mail', TAKEN)
  await page.click('button', 'Save')
}
