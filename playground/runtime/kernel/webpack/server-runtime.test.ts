import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRequireExternal } from './server-runtime.ts'

beforeEach(() => {
  Reflect.set(globalThis, '__kernelRequireNode', (id: string) =>
    id === 'node:path' ? 'the platform’s' : undefined,
  )
})
afterEach(() => void Reflect.deleteProperty(globalThis, '__kernelRequireNode'))

test('externals come by their whole name, Node’s modules from the platform, and nothing else is there', () => {
  const ask = createRequireExternal({ 'next/dist/x': () => 'Next’s' })
  expect(ask('next/dist/x')).toBe('Next’s')
  expect(ask('node:path')).toBe('the platform’s')
  expect(() => ask('left-pad')).toThrow("Cannot find module 'left-pad'")
})

test('the instrumentation of a build on disk is there, and empty', () => {
  expect(createRequireExternal({})('/.next/server/instrumentation.js')).toEqual({})
})
