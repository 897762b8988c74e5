import { expect, test } from 'vitest'
import { actionOf, STAGE_KEYS } from './stage-keys.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) => actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held })

test('a clicker moves: its keys are PageDown and PageUp', () => {
  expect(press('PageDown')).toBe('next')
  expect(press('PageUp')).toBe('previous')
})

test('letters count in both cases, since Shift may be down', () => {
  expect(press('r')).toBe('reset')
  expect(press('R')).toBe('reset')
})

test('what belongs to the browser stays with it', () => {
  expect(press('r', { ctrlKey: true })).toBeNull()
  expect(press('f', { metaKey: true })).toBeNull()
  expect(press('ArrowLeft', { altKey: true })).toBeNull()
  expect(press('Tab')).toBeNull()
})

test('no key has two meanings', () => {
  const keys = STAGE_KEYS.flatMap((entry) => entry.keys)
  expect(new Set(keys).size).toBe(keys.length)
})
