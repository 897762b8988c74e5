import { expect, test } from 'vitest'
import type { Hop } from '../../wire/hop.ts'
import { judgeCut } from './cut-page.ts'

const STARTED = 10_000

function hop(change: object): Hop {
  const failure = { stage: 'request', code: 'aborted', message: 'Ended.', next: '' }
  const asked = { type: 'http', from: 'next', to: 'fastapi', startTime: 2000, failure }
  return { ...asked, ...change } as unknown as Hop
}

test('a question that was ended while the engine starts is asked again when it runs', () => {
  expect(judgeCut(hop({}), null)).toBe('once it runs')
})

test('one that was asked before the engine ran and ended after is asked again at once', () => {
  expect(judgeCut(hop({}), STARTED)).toBe('now')
})

test('one that was asked of a running engine is the app’s own matter', () => {
  expect(judgeCut(hop({ startTime: STARTED + 1 }), STARTED)).toBe('no')
})

test('an answer, or a question of the browser’s, opens nothing again', () => {
  expect(judgeCut(hop({ failure: null }), null)).toBe('no')
  expect(judgeCut(hop({ from: 'browser' }), null)).toBe('no')
})
