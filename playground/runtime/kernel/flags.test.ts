import { expect, test } from 'vitest'
import { changedFlags, flagsOfScript, kernelScriptFile } from './flags.ts'

const flags = {
  __NEXT_CACHE_COMPONENTS: true,
  __NEXT_ROUTER_BASEPATH: '/grüße?',
  __NEXT_IMAGE_OPTS: { qualities: [75] },
}

test('flags come back from the address they went into', () => {
  const file = kernelScriptFile('development', flags, 'client.js')
  expect(file).toMatch(/^static\/kernel\/development\/[\w-]+\/client\.js$/)
  expect(flagsOfScript(`http://localhost:3000/_next/${file}?v=1`)).toEqual(flags)
})

test('a script of another address has none', () => {
  expect(flagsOfScript('http://localhost:3000/_next/static/chunks/a.js')).toEqual({})
  expect(flagsOfScript('')).toEqual({})
})

test('only flags that differ from the defaults travel', () => {
  expect(changedFlags(flags, { ...flags, __NEXT_CACHE_COMPONENTS: false })).toEqual({
    __NEXT_CACHE_COMPONENTS: true,
  })
})
