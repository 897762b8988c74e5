import { expect, it } from 'vitest'
import { createRestartBudget } from './restart-budget.ts'

it('allows a few restarts, refuses more, and forgets old ones', () => {
  const budget = createRestartBudget(2, 60_000)
  expect([budget.take(0), budget.take(1), budget.take(2)]).toEqual([true, true, false])
  expect(budget.take(60_001)).toBe(true)
})
