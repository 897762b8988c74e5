import { expect, test } from 'vitest'
import { isHydrated } from './guest-hydration.ts'

const nextWindow = { __next_f: [] }

test('an element of Next’s page is ready when React has taken it over', () => {
  const button = document.createElement('button')
  expect(isHydrated(button, nextWindow)).toBe(false)
  Object.assign(button, { __reactFiber$abc: {} })
  expect(isHydrated(button, nextWindow)).toBe(true)
})

test('raw markup is ready with the element around it', () => {
  const frame = document.createElement('div')
  frame.innerHTML = '<button>Go</button>'
  const button = frame.querySelector('button')
  expect(button && isHydrated(button, nextWindow)).toBe(false)
  Object.assign(frame, { __reactFiber$abc: {} })
  expect(button && isHydrated(button, nextWindow)).toBe(true)
})

test('a page that is not Next’s has nothing to wait for', () => {
  expect(isHydrated(document.createElement('button'), {})).toBe(true)
})
