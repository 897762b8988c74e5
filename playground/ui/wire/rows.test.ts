import { expect, test } from 'vitest'
import { createExchangeId, type Hop } from '../../runtime/wire/hop.ts'
import type { NumberedExchange } from '../../session/session.ts'
import {
  recordAction,
  recordAsset,
  recordHttp,
  recordListPage,
  recordSql,
  recordStartUp,
} from '../testing/recorded.ts'
import { filterExchanges } from './filter.ts'
import { moveInRows } from './grid-keys.ts'
import { toRows } from './rows.ts'

function number(hops: readonly Hop[], counted = 1): NumberedExchange {
  const [root] = hops
  if (!root) throw new Error('nothing recorded')
  return { number: counted, id: root.exchange, root: root.id, hops }
}

const page = number(recordListPage(0), 1)
const action = number(recordAction(0), 2)
const asset = number(recordAsset(0, 'http://localhost:3000/a.css'), 3)
const filter = { kind: 'all', prefetch: false, assets: false, text: '' } as const

test('a closed exchange is one row; an open one shows its hops below their parents, then its cookies', () => {
  expect(toRows([page, action], new Set()).map(({ type }) => type)).toEqual([
    'exchange',
    'exchange',
  ])
  const rows = toRows([action], new Set([action.id]))
  expect(rows.map(({ type, level }) => `${type} ${level}`)).toEqual([
    'exchange 1',
    'hop 2',
    'hop 3',
    'cookie 2',
    'cookie 2',
  ])
})

test('equal statements in a row are folded from three on', () => {
  const [root, api] = recordListPage(0)
  if (root?.type !== 'http' || api?.type !== 'http') throw new Error('recorded otherwise')
  const same = [1, 2, 3, 4].map((at) =>
    recordSql(api, 'SELECT team WHERE id = ?', { at: at, ms: 1 }),
  )
  const rows = toRows([number([root, api, ...same])], new Set([root.exchange]))
  expect(rows.map((row) => (row.type === 'hop' ? row.count : 0))).toEqual([0, 1, 4])
})

test('assets and prefetches are left out until asked for', () => {
  expect(filterExchanges([page, asset], filter)).toEqual([page])
  expect(filterExchanges([page, asset], { ...filter, assets: true })).toEqual([page, asset])
})

test('requests of the development overlay count as assets', () => {
  const overlay = recordHttp(createExchangeId(), {
    kind: 'route',
    method: 'POST',
    url: 'http://localhost:3000/__nextjs_original-stack-frames',
    status: 200,
    at: 0,
    ms: 1,
  })
  expect(filterExchanges([number([overlay])], filter)).toEqual([])
})

test('kinds and texts narrow the list down to the SQL', () => {
  expect(filterExchanges([page, action], { ...filter, kind: 'action' })).toEqual([action])
  expect(filterExchanges([page, asset], { ...filter, kind: 'sql', assets: true })).toEqual([page])
  expect(filterExchanges([page, action], { ...filter, text: 'insert into' })).toEqual([action])
})

test('arrows open, enter, close and leave an exchange', () => {
  const closed = toRows([page, action], new Set())
  const open = toRows([page, action], new Set([page.id]))
  expect(moveInRows(closed, 0, 'ArrowRight')).toEqual({
    type: 'toggle',
    exchange: page.id,
    opened: true,
  })
  expect(moveInRows(open, 0, 'ArrowRight')).toEqual({ type: 'choose', index: 1 })
  expect(moveInRows(open, 2, 'ArrowLeft')).toEqual({ type: 'choose', index: 1 })
  expect(moveInRows(open, 0, 'ArrowLeft')).toEqual({
    type: 'toggle',
    exchange: page.id,
    opened: false,
  })
  expect(moveInRows(open, 0, 'End')).toEqual({ type: 'choose', index: open.length - 1 })
  expect(moveInRows(closed, 1, 'ArrowDown')).toEqual({ type: 'choose', index: 1 })
  expect(moveInRows(closed, 0, 'Enter')).toEqual({ type: 'open-detail' })
  expect(moveInRows(closed, 0, 'x')).toBeNull()
})

test('statements that no request caused are one quiet row, which opens', () => {
  const startUp = number(recordStartUp(), 0)
  expect(toRows([startUp], new Set()).map(({ type }) => type)).toEqual(['aside'])
  const rows = toRows([startUp], new Set([startUp.id]))
  expect(rows.map(({ type, level }) => [type, level])).toEqual([
    ['aside', 1],
    ['hop', 2],
    ['hop', 2],
  ])
  expect(moveInRows(rows, 1, 'ArrowLeft')).toEqual({ type: 'choose', index: 0 })
  expect(filterExchanges([startUp], filter)).toHaveLength(1)
  expect(filterExchanges([startUp], { ...filter, kind: 'sql' })).toHaveLength(1)
  expect(filterExchanges([startUp], { ...filter, kind: 'page' })).toHaveLength(0)
})
