import { describe, expect, test } from 'vitest'
import { checkSeedMap } from './build.mjs'
import { findProblems } from './find-problems.mjs'
import { readAnchors } from './read-anchors.mjs'

const anchors = readAnchors(
  new Map([
    ['/learn/02-params/', '<Step id="await" title="Wait">\n\n```tsx\n<Step id="shown">\n```\n'],
    ['/docs/reference/cors/', '- <Defect id="wildcard">A star.</Defect> `<Defect id="quoted">`\n'],
  ]),
)

function seedOf(targets: string[], { id = 'a.1', says = 'It is wrong.' } = {}) {
  return [{ id: 'a', file: 'a.ts', section: 'A', defects: [{ id, says, targets }] }]
}

describe('the seed map', () => {
  test('of this repository points at places that exist', () => {
    expect(checkSeedMap()).toEqual([])
  })

  test('knows the steps of lessons and the defects of reference pages, not what code shows', () => {
    expect(anchors).toEqual(['/learn/02-params/#await', '/docs/reference/cors/#wildcard'])
    expect(findProblems(seedOf(anchors), anchors)).toEqual([])
  })

  test.each([
    ['a.1: there is no /learn/02-params/#gone.', seedOf(['/learn/02-params/#gone'])],
    ['a.1: there is no /learn/02-params/.', seedOf(['/learn/02-params/'])],
    ['a.1: there is no /docs/reference/cors/#quoted.', seedOf(['/docs/reference/cors/#quoted'])],
    ['a.1: it is taught nowhere.', seedOf([])],
    ['a.1: it says nothing.', seedOf(anchors, { says: ' ' })],
    ['a: two have this id.', seedOf(anchors, { id: 'a' })],
    ['a: no defects.', [{ id: 'a', file: 'a.ts', section: 'A', defects: [] }]],
  ])('%s', (sentence, seed) => {
    expect(findProblems(seed, anchors)).toEqual([sentence])
  })

  test('a page that names one place twice is refused', () => {
    expect(findProblems(seedOf(anchors), [...anchors, ...anchors.slice(0, 1)])).toEqual([
      '/learn/02-params/#await: two places of the page have this id.',
    ])
  })
})
