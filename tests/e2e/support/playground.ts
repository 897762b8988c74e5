// The playground as a test holds it: the page, the app in its preview, and window.bothEnds with its types.
import { expect, type FrameLocator, type Page } from '@playwright/test'
import type { BothEnds } from '../../../playground/automation/both-ends.ts'

/** Where `window.bothEnds` is called: the function runs in the page and must close over nothing. */
export type InPage = <Answer, Argument = undefined>(
  work: (bothEnds: BothEnds, argument: Argument) => Promise<Answer>,
  argument?: Argument,
) => Promise<Answer>

export interface Playground {
  readonly page: Page
  readonly app: FrameLocator
  readonly bothEnds: InPage
}

/**
 * On a machine so slow that Python takes longer than the examples give FastAPI to answer, the first page shows the
 * app's own error until the engine opens it again. For `expectedErrors`.
 */
export const SLOW_START = /was not answered|cannot be reached|did not answer|aborted due to timeout/

/** Opens /play with an empty browser and starts the given example, or the files given. */
export async function openPlayground(
  page: Page,
  { from = 'directory', start = true }: { readonly from?: string; readonly start?: boolean } = {},
): Promise<Playground> {
  await page.goto(`/play/?from=${from}`)
  await page.waitForFunction(() => window.bothEnds !== undefined)
  const bothEnds = callBothEnds(page)
  if (start) await bothEnds((api) => api.ready())
  return { page, app: page.frameLocator('iframe[title^="Preview"]'), bothEnds }
}

/** `window.bothEnds` of whichever page is open. */
export function callBothEnds(page: Page): InPage {
  return async (work, argument) => {
    // The function goes as text, so that it may name its parameters as it likes.
    const answer = await page.evaluate(
      async ({ source, value }) => {
        const run: unknown = (0, eval)(`(${source})`)
        if (typeof run !== 'function' || !window.bothEnds)
          throw new Error('No window.bothEnds here.')
        return run(window.bothEnds, value)
      },
      { source: String(work), value: argument },
    )
    return answer
  }
}

/** Marks the document of the site, to see later that it was never loaded again. */
export async function markSitePage(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-test-mark', 'kept'))
  return async () => {
    await expect(page.locator('html')).toHaveAttribute('data-test-mark', 'kept')
  }
}

/** A frontend of one page, for tests about one thing. */
export function onePage(
  page: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    'frontend/app/layout.tsx':
      'export default function Layout({ children }: { children: React.ReactNode }) {\n' +
      '  return <html lang="en"><body>{children}</body></html>\n}\n',
    'frontend/app/page.tsx': page,
    'backend/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
    ...more,
  }
}
