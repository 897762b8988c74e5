import { expect, test } from 'vitest'
import type { Exchange, Hop } from '../runtime/wire/hop.ts'
import { recordListPage, recordStartUp } from '../ui/testing/recorded.ts'
import { watchRequests } from './requests-since.ts'

function toExchange(hops: readonly Hop[]): Exchange {
  const [first] = hops
  if (!first) throw new Error('nothing recorded')
  return { id: first.exchange, root: first.id, hops }
}

test('only requests that began since then, and no statements of a start', async () => {
  const exchanges = [toExchange(recordListPage(0))]
  const since = await watchRequests({ trace: async () => [...exchanges] })
  expect(await since()).toEqual([])
  const page = toExchange(recordListPage(10))
  exchanges.push(toExchange(recordStartUp()), page)
  expect(await since()).toEqual([page])
})
