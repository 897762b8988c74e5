// Pictures that show a state as it was seen: small ones, kept in the repository, taken anew by hand with
// BOTH_ENDS_EVIDENCE=1. Tests do not compare them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const FOLDER = join(import.meta.dirname, '..', 'evidence')

/** The three widths of the design, in both schemes. */
export const LOOKS = [1440, 1024, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    name: `${width}-${colorScheme}`,
    viewport: { width, height: width === 390 ? 844 : 900 },
    colorScheme,
  })),
)

export async function keepEvidence(page: Page, name: string): Promise<void> {
  if (process.env.BOTH_ENDS_EVIDENCE !== '1') return
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 45 })
}

/** `png` in base64, of a browser that is not driven by a page of Playwright's own. */
export function keepPicture(name: string, png: string): void {
  if (process.env.BOTH_ENDS_EVIDENCE !== '1') return
  writeFileSync(join(FOLDER, `${name}.png`), png, 'base64')
}
