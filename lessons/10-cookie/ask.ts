// What the checks of both steps do first: sign in by the form, as anybody does.
import type { CheckTools } from '../../playground/lessons/define-checks.ts'

/** The demo's person: backend/app/seed.py. The jar is empty before. */
export async function signInAsAda({ page, jar }: CheckTools, next: string): Promise<void> {
  await jar.clear()
  await page.open(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.fill('E-mail', 'ada@example.com')
  await page.fill('Password', 'demo password 2026')
  await page.click('button', 'Sign in')
  await page.seeAddress(next)
}
