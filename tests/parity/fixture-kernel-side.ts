// A fixture app in the kernel, in Chromium, without the site around it: the kernel is what these apps are about.
import { openKernel } from '../kernel/harness/open-kernel.ts'
import { filesOf, type FixtureApp } from './apps/fixture-app.ts'
import type { Flavour, Side } from './exchange.ts'
import { keepCookies } from './kept-cookies.ts'

export async function startInKernel(app: FixtureApp, flavour: Flavour): Promise<Side> {
  const kernel = await openKernel()
  await kernel.boot(flavour, filesOf(app), { environment: { API_URL: 'http://localhost:8000' } })
  await kernel.logs()
  if (flavour === 'production') await kernel.build()
  const printed = (await kernel.logs()).join('\n')
  const keeper = keepCookies(async ({ method = 'GET', path, headers = [], body }) => {
    const {
      status,
      headers: answered,
      text,
    } = await kernel.request(path, {
      method,
      headers: [['accept-encoding', 'identity'], ...headers],
      cookies: false,
      ...(body === undefined ? {} : { body }),
    })
    return { status, headers: answered, body: text }
  })
  return {
    name: 'the kernel',
    ...keeper,
    printed,
    write: async (files) => void (await kernel.write(files)),
    stop: () => kernel.close(),
  }
}
