import { expect, test } from 'vitest'
import { createOverlayStandIn, type Overlay } from './overlay-stand-in.ts'

function startOverlay() {
  const said: string[] = []
  let loads = 0
  const record =
    (name: string) =>
    (...values: unknown[]) =>
      said.push(`${name}(${values.join()})`)
  const real: Overlay = {
    dispatcher: { onBuildOk: record('onBuildOk'), onBuildError: record('onBuildError') },
    renderAppDevOverlay: record('render'),
    getSegmentTrieData: () => 'tree',
  }
  const standIn = createOverlayStandIn(() => {
    loads += 1
    return Promise.resolve(real)
  })
  return { standIn, said, loads: () => loads }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

test('what is said before the overlay is there is kept, and loads nothing', async () => {
  const { standIn, said, loads } = startOverlay()
  standIn.exports.renderAppDevOverlay('root')
  standIn.exports.dispatcher['onBuildOk']?.()
  await settle()
  expect(loads()).toBe(0)
  expect(said).toEqual([])
})

test('an error loads it at once, once, and everything is said in order', async () => {
  const { standIn, said, loads } = startOverlay()
  standIn.exports.renderAppDevOverlay('root')
  const { onBuildError } = standIn.exports.dispatcher
  onBuildError?.('x')
  onBuildError?.('y')
  await settle()
  expect(loads()).toBe(1)
  expect(said).toEqual(['render(root)', 'onBuildError(x)', 'onBuildError(y)'])
  onBuildError?.('z')
  expect(said.at(-1)).toBe('onBuildError(z)')
})

test('a method keeps its identity, because Next passes it on', () => {
  const { dispatcher } = startOverlay().standIn.exports
  expect(dispatcher['onBuildOk']).toBe(dispatcher['onBuildOk'])
})

test('questions have no answer before, and the real one after', async () => {
  const { standIn } = startOverlay()
  const ask = standIn.exports['getSegmentTrieData']
  if (typeof ask !== 'function') throw new Error('not there')
  expect(ask()).toBeNull()
  standIn.exports.dispatcher['onBuildError']?.('x')
  await settle()
  expect(ask()).toBe('tree')
})
