import { expect, test } from 'vitest'
import { createWire } from './wire.ts'

const shape = (wire: ReturnType<typeof createWire>) =>
  wire.trace().map(({ hops }) => hops.map(({ from, to, endTime }) => [from, to, endTime !== null]))

test('what Next asks belongs to the page that is being made', () => {
  const wire = createWire()
  const endPage = wire.begin('next', 'GET', '/people/1')
  const endCall = wire.begin('fastapi', 'GET', '/api/people/1')
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
  wire.begin('next', 'GET', '/')(200)
  wire.begin('next', 'GET', '/_next/static/chunks/a.js')
  wire.begin('fastapi', 'GET', '/api/people')
  expect(shape(wire)).toEqual([
    [['browser', 'next', true]],
    [['browser', 'next', false]],
    [['browser', 'fastapi', false]],
  ])
})
