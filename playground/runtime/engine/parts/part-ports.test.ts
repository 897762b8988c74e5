import { expect, it } from 'vitest'
import { applyChanges } from './apply-changes.ts'
import { splitChanges } from './part-ports.ts'

it('gives each end its own changes, paths below its folder', () => {
  expect(splitChanges({ 'frontend/app/page.tsx': 'x', 'backend/main.py': null })).toEqual({
    frontend: { 'app/page.tsx': 'x' },
    backend: { 'main.py': null },
  })
})

it('says null for an end without changes', () => {
  expect(splitChanges({ 'frontend/app/page.tsx': 'x' })).toMatchObject({ backend: null })
})

it('lays changes over files and removes with null', () => {
  expect(applyChanges({ a: '1', b: '2' }, { a: null, c: '3' })).toEqual({ b: '2', c: '3' })
})
