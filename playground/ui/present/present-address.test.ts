import { expect, test } from 'vitest'
import { readPresentAddress, stageSearch } from './present-address.ts'

test('beats count from 1 in the address, and a number that is none is the first', () => {
  expect(readPresentAddress('?present&beat=3')).toMatchObject({ mode: 'stage', beat: 2 })
  for (const search of ['?present', '?present&beat=0', '?present&beat=x', '?present&beat=-4'])
    expect(readPresentAddress(search).beat).toBe(0)
})

test('a stage comes back to its beat when its address is opened again', () => {
  expect(readPresentAddress(stageSearch(4, true))).toMatchObject({ beat: 4, isEmbedded: true })
  expect(stageSearch(0, false)).toBe('?present')
})

test('notes and the page before the talk have addresses of their own', () => {
  expect(readPresentAddress('?present&ready').mode).toBe('ready')
  expect(readPresentAddress('?present&notes=a1b2c3d4')).toMatchObject({
    mode: 'notes',
    stage: 'a1b2c3d4',
  })
})
