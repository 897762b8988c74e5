import { expect, test, vi } from 'vitest'
import type { Hop } from '../../wire/hop.ts'
import { watchCutPage } from './cut-page.ts'

const STARTED = 10_000

function hop(change: object = {}): Hop {
  const failure = { stage: 'request', code: 'aborted', message: 'Ended.', next: '' }
  const asked = { type: 'http', from: 'next', to: 'fastapi', startTime: 2000, failure }
  return { ...asked, ...change } as unknown as Hop
}

function watch() {
  const reopen = vi.fn<() => void>()
  return { reopen, ...watchCutPage(reopen, () => STARTED) }
}

test('a question that was ended while the engine starts is asked again when it runs', () => {
  const { follow, notice, isCut, reopen } = watch()
  follow('starting')
  notice(hop())
  expect([isCut(), reopen.mock.calls.length]).toEqual([true, 0])
  follow('starting')
  expect(isCut()).toBe(false)
})

test('one that was asked before the engine ran and ended after is asked again at once', () => {
  const { follow, notice, reopen } = watch()
  follow('running')
  notice(hop())
  expect(reopen).toHaveBeenCalledOnce()
})

test('one that was asked of a running engine is the app’s own matter, and so is all that follows a failure', () => {
  const { follow, notice, reopen } = watch()
  follow('running')
  notice(hop({ startTime: STARTED + 1 }))
  follow('failed')
  notice(hop())
  expect(reopen).not.toHaveBeenCalled()
})

test('an answer, or a question of the browser’s, opens nothing again', () => {
  const { follow, notice, isCut } = watch()
  follow('starting')
  notice(hop({ failure: null }))
  notice(hop({ from: 'browser' }))
  expect(isCut()).toBe(false)
})
