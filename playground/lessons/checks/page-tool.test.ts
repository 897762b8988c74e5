import { expect, test } from 'vitest'
import type { ActOutcome } from '../../runtime/wire/message.ts'
import { MismatchError } from './mismatch.ts'
import { createPageTool, type PageDriver } from './page-tool.ts'

/** A page at rest after 50 ms, whose button answers these in turn, the last one for ever. */
function pageWith(...outcomes: readonly ActOutcome[]) {
  let asked = 0
  const driver: PageDriver = {
    open: async () => undefined,
    look: async () => ({ address: '/', title: '', text: 'Sign in' }),
    find: async () => [],
    act: async () => outcomes[Math.min(asked++, outcomes.length - 1)] ?? 'absent',
    rest: { after: 50, isBusy: async () => false },
  }
  return createPageTool(driver, new AbortController().signal)
}

test('a button that is there and not ready yet is waited for, however still the page is', async () => {
  const waiting: ActOutcome[] = Array.from({ length: 5 }, () => 'not-ready')
  await expect(pageWith(...waiting, 'done').click('button', 'Sign in')).resolves.toBeUndefined()
})

test('a button that is not there is missing once the page is at rest', async () => {
  const clicking = pageWith('absent').click('button', 'Sign out')
  await expect(clicking).rejects.toThrow(MismatchError)
  await expect(clicking).rejects.toMatchObject({
    mismatch: { expected: 'a button called “Sign out”', got: 'a page that says “Sign in”' },
  })
})
