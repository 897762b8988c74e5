import { expect, test } from 'vitest'
import { fillPath, sameParams } from './static-params.ts'

test('params fill the segments of a path as they read', () => {
  expect(fillPath('/posts/[slug]', { slug: 'two words' })).toBe('/posts/two words')
  expect(fillPath('/docs/[...path]', { path: ['a', 'b'] })).toBe('/docs/a/b')
  expect(fillPath('/shop/[[...path]]', {})).toBe('/shop')
})

test('listed params are the asked ones, escaped or not', () => {
  expect(sameParams({ slug: 'two words' }, { slug: 'two%20words' })).toBe(true)
  expect(sameParams({ path: ['a', 'b'] }, { path: ['a', 'b'] })).toBe(true)
  expect(sameParams({ slug: 'a' }, { slug: 'b' })).toBe(false)
})
