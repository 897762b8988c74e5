import { ClientHookDynamicError } from 'next/dist/server/dynamic-rendering-utils.js'
import { expect, test } from 'vitest'
import { isPrerenderRejection } from './prerender-rejection.ts'

test('what Next rejects at the end of a prerender is one', () => {
  expect(isPrerenderRejection(new ClientHookDynamicError('/', 'useSearchParams()'))).toBe(true)
  expect(isPrerenderRejection({ digest: 'HANGING_PROMISE_REJECTION' })).toBe(true)
})

test.each([
  new Error('of the learner'),
  { digest: 'NEXT_NOT_FOUND' },
  'CLIENT_HOOK_DYNAMIC',
  null,
  undefined,
])('%o is none', (reason) => expect(isPrerenderRejection(reason)).toBe(false))
