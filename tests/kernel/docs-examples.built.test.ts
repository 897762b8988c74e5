// Examples of Next's own documentation, written anew from its text, in the real kernel in both flavours: an app that
// someone else wrote works. Needs the built kernel (`npm run build`).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Flavour } from '../../playground/runtime/wire/message.ts'
import { authentication } from './docs-examples/authentication.ts'
import { contentSecurityPolicy } from './docs-examples/content-security-policy.ts'
import { errors } from './docs-examples/errors.ts'
import { forms } from './docs-examples/forms.ts'
import { internationalization } from './docs-examples/internationalization.ts'
import { isr } from './docs-examples/isr.ts'
import { lazyLoading } from './docs-examples/lazy-loading.ts'
import { modals } from './docs-examples/modals.ts'
import { optimisticUpdates } from './docs-examples/optimistic-updates.ts'
import { searchParams } from './docs-examples/search-params.ts'
import { singlePage } from './docs-examples/single-page.ts'
import { streaming } from './docs-examples/streaming.ts'
import { useCache } from './docs-examples/use-cache.ts'
import { openKernel, type OpenKernel } from './harness/open-kernel.ts'

const examples = [
  forms,
  optimisticUpdates,
  streaming,
  modals,
  authentication,
  internationalization,
  searchParams,
  isr,
  singlePage,
  lazyLoading,
  useCache,
  contentSecurityPolicy,
  errors,
]

describe.each<Flavour>(['development', 'production'])('%s', (flavour) => {
  let kernel: OpenKernel

  beforeAll(async () => {
    kernel = await openKernel()
    await kernel.page.evaluate(() => {
      harness.answerApi('/blog', [{ id: 1, title: 'One', content: 'c' }])
      harness.answerApi('/posts', [{ id: 1, title: 'One' }])
    })
    await kernel.boot(flavour, forms.files, {})
  })
  afterAll(() => kernel.close())

  const seen = examples.filter(({ only = flavour }) => only === flavour)
  test.each(seen)('$page', async ({ files, see }) => {
    // The page of the app before would ask this one for what it does not have.
    await kernel.open('about:blank')
    await kernel.clearCookies()
    const { errors: faults } = await kernel.load(files)
    expect(faults).toEqual([])
    kernel.pageErrors()
    await see(kernel)
    expect(kernel.pageErrors()).toEqual([])
  })
})
