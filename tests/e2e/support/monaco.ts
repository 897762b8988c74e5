// The editor's code on its way to the page.
import type { Page, Route } from '@playwright/test'

/** Calls `answer` for Monaco's chunk; everything else comes as ever. */
export async function routeMonaco(
  page: Page,
  answer: (route: Route, response: Awaited<ReturnType<Route['fetch']>>) => Promise<void>,
): Promise<void> {
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const response = await route.fetch()
    // Nothing else is half as large.
    if ((await response.body()).length > 1_500_000) await answer(route, response)
    else await route.fulfill({ response })
  })
}
