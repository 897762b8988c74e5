import { expect, test } from 'vitest'
import { createExchangeId } from '../../../../playground/runtime/wire/hop.ts'
import { createWire } from './wire.ts'

const shape = (wire: ReturnType<typeof createWire>) =>
  wire.trace().map(({ hops }) => hops.map(({ from, to, endTime }) => [from, to, endTime !== null]))

test('what Next asks belongs to the page that is being made', () => {
  const wire = createWire()
  const endPage = wire.begin({ to: 'next', method: 'GET', path: '/people/1' })
  const endCall = wire.begin({ to: 'fastapi', method: 'GET', path: '/api/people/1' })
  expect(shape(wire)).toEqual([
    [
      ['browser', 'next', false],
      ['next', 'fastapi', false],
    ],
  ])
  endCall(200)
  endPage(200)
  expect(shape(wire)).toEqual([
    [
      ['browser', 'next', true],
      ['next', 'fastapi', true],
    ],
  ])
})

test('without a page under way, the browser asked FastAPI; a file of the bundler’s asks nothing', () => {
  const wire = createWire()
  wire.begin({ to: 'next', method: 'GET', path: '/' })(200)
  wire.begin({ to: 'next', method: 'GET', path: '/_next/static/chunks/a.js' })
  wire.begin({ to: 'fastapi', method: 'GET', path: '/api/people' })
  expect(shape(wire)).toEqual([
    [['browser', 'next', true]],
    [['browser', 'next', false]],
    [['browser', 'fastapi', false]],
  ])
})

test('a question that names its exchange has that one, and what Next asks for it is in it', () => {
  const wire = createWire()
  const [page, own] = [createExchangeId(), createExchangeId()]
  wire.begin({ to: 'next', method: 'GET', path: '/people/1', exchange: page })
  wire.begin({ to: 'fastapi', method: 'GET', path: '/api/people/1' })
  wire.begin({ to: 'fastapi', method: 'GET', path: '/api/people', exchange: own })
  expect(wire.trace().map(({ id, hops }) => [id, hops.length])).toEqual([
    [page, 2],
    [own, 1],
  ])
})
