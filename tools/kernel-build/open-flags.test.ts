import { expect, test } from 'vitest'
import { defaultFlags, openFlags } from './open-flags.mjs'

const given = {
  'process.env.__NEXT_USE_CACHE': 'false',
  'process.env.__NEXT_DEV_SERVER': '""',
  'process.env.OTHER': '1',
}

test('an open flag is read when the page runs, others stay inlined', () => {
  const definitions = { ...given }
  openFlags(definitions, { isDevelopment: false })
  expect(definitions).toEqual({
    ...given,
    'process.env.__NEXT_USE_CACHE': 'globalThis.__kernelFlags["__NEXT_USE_CACHE"]',
  })
})

test('the dev server flag is open in development only, or the overlay would come along', () => {
  const definitions = { ...given }
  openFlags(definitions, { isDevelopment: true })
  expect(definitions['process.env.__NEXT_DEV_SERVER']).toBe(
    'globalThis.__kernelFlags["__NEXT_DEV_SERVER"]',
  )
})

test('defaults are the values that Next would have inlined', () => {
  expect(defaultFlags(given, { isDevelopment: false })).toEqual({ __NEXT_USE_CACHE: false })
  expect(defaultFlags(given, { isDevelopment: true })).toEqual({
    __NEXT_USE_CACHE: false,
    __NEXT_DEV_SERVER: '1',
  })
})
