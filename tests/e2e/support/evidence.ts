// Pictures that show a state as it was seen: small ones, kept in the repository, taken anew by hand with
// BOTH_ENDS_EVIDENCE=1. Tests do not compare them.
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const FOLDER = join(import.meta.dirname, '..', 'evidence')

export async function keepEvidence(page: Page, name: string): Promise<void> {
  if (process.env.BOTH_ENDS_EVIDENCE !== '1') return
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 45 })
}
