import { describe, expect, test } from 'vitest'
import { carryFiles } from './carry-files.ts'

const from = { page: 'broken', lib: 'lib', other: 'other' }
const to = { page: 'solved', lib: 'lib of step 2', other: 'other' }
const brought = new Set(['lib'])

describe('going to the next step', () => {
  test('files that were not edited become those of the step', () => {
    const { files, conflicts } = carryFiles({ from, mine: from, to, brought, isSolved: false })
    expect(files).toEqual(to)
    expect(conflicts).toEqual([])
  })

  test('the learner’s own answer stays, and is no question when the checks pass', () => {
    const mine = { ...from, page: 'solved my way' }
    const { files, conflicts } = carryFiles({ from, mine, to, brought, isSolved: true })
    expect(files).toEqual({ ...to, page: 'solved my way' })
    expect(conflicts).toEqual([])
  })

  test('an answer that does not pass is a question', () => {
    const mine = { ...from, page: 'half an answer' }
    const { files, conflicts } = carryFiles({ from, mine, to, brought, isSolved: false })
    expect(files['page']).toBe('half an answer')
    expect(conflicts).toEqual(['page'])
  })

  test('an edited file that the step brings is kept and asked about, passed or not', () => {
    const mine = { ...from, lib: 'my lib' }
    const { files, conflicts } = carryFiles({ from, mine, to, brought, isSolved: true })
    expect(files['lib']).toBe('my lib')
    expect(conflicts).toEqual(['lib'])
  })

  test('with a file that the step brings, the answer around it is asked about: they belong together', () => {
    const mine = { ...from, page: 'solved my way', lib: 'my lib' }
    const { files, conflicts } = carryFiles({ from, mine, to, brought, isSolved: true })
    expect(files).toEqual(mine)
    expect(conflicts).toEqual(['lib', 'page'])
  })

  test('files of the learner’s own come along, and removed ones stay away', () => {
    const { other: _other, ...rest } = from
    const mine = { ...rest, mine: 'new' }
    const { files } = carryFiles({ from, mine, to, brought, isSolved: false })
    expect(files).toEqual({ page: 'solved', lib: 'lib of step 2', mine: 'new' })
  })

  test('an edit that nothing contradicts is no question', () => {
    const mine = { ...from, other: 'edited' }
    const { files, conflicts } = carryFiles({ from, mine, to, brought, isSolved: false })
    expect(files['other']).toBe('edited')
    expect(conflicts).toEqual([])
  })

  test('a file that is already what the step wants is no question', () => {
    const mine = { ...from, page: 'solved' }
    expect(carryFiles({ from, mine, to, brought, isSolved: false }).conflicts).toEqual([])
  })
})
