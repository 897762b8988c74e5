import { describe, expect, test } from 'vitest'
import type { ModuleFunction } from '../contract.ts'
import { createWebpackRequire } from './require.ts'

function evaluate(table: Record<string, ModuleFunction>) {
  return createWebpackRequire(table)
}

describe('a module', () => {
  test('is evaluated once, and again after its cache entry is deleted', () => {
    let runs = 0
    const load = evaluate({ a: (module) => (module.exports = { runs: ++runs }) })
    expect([load('a'), load('a')]).toEqual([{ runs: 1 }, { runs: 1 }])
    delete load.c['a']
    expect(load('a')).toEqual({ runs: 2 })
  })

  test('that throws is tried again by the next who asks', () => {
    let runs = 0
    const load = evaluate({
      a: () => {
        if (++runs === 1) throw new Error('first')
      },
    })
    expect(() => load('a')).toThrow('first')
    expect(() => load('a')).not.toThrow()
  })

  test('that is not there is named', () => {
    expect(() => evaluate({})('(rsc)/./no.js')).toThrow("Cannot find module '(rsc)/./no.js'")
  })

  test('sees the exports so far of one that imports it back', () => {
    const load = evaluate({
      a: (_, exports, r) => {
        let value = 'early'
        r.d(exports, { value: () => value })
        r('b')
        value = 'late'
      },
      b: (module, _, r) => {
        const a = r('a') as { value: string } // the module above
        module.exports = { read: () => a.value, first: a.value }
      },
    })
    load('a')
    const b = load('b') as { read(): string; first: string } // the module above
    expect([b.first, b.read()]).toEqual(['early', 'late'])
  })
})

describe('imp gives what `import * as` sees', () => {
  const load = evaluate({
    es: (_, exports, r) => {
      r.r(exports)
      r.d(exports, { default: () => 1, named: () => 2 })
    },
    cjs: (module) => (module.exports = { named: 2 }),
    fn: (module) => (module.exports = Object.assign(() => 'called', { named: 2 })),
  })

  test('of an ES module: its exports', () => {
    expect(load.imp('es')).toBe(load('es'))
  })

  test('of CommonJS: default is module.exports, names beside it, one object for all', () => {
    expect(load.imp('cjs')).toMatchObject({ default: { named: 2 }, named: 2 })
    expect(load.imp('cjs')).toBe(load.imp('cjs'))
    expect(load.imp('fn')).toMatchObject({ named: 2 })
  })
})

test('star leaves default and what is there alone', () => {
  const load = evaluate({})
  const exports = {}
  load.d(exports, { own: () => 'own' })
  load.star(exports, { own: 'other', more: 'more', default: 'd' })
  expect({ ...exports }).toEqual({ own: 'own', more: 'more' })
})
