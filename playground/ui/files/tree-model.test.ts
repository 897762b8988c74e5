import { expect, test } from 'vitest'
import { createTreeModel, foldersAbove, ROOT_ID } from './tree-model.ts'

const model = createTreeModel([
  'backend/main.py',
  'frontend/package.json',
  'frontend/app/page.tsx',
  'frontend/app/users/page.tsx',
])

test('frontend comes first, folders before files', () => {
  expect(model.childrenOf(ROOT_ID)).toEqual(['frontend', 'backend'])
  expect(model.childrenOf('frontend')).toEqual(['frontend/app', 'frontend/package.json'])
  expect(model.childrenOf('frontend/app')).toEqual(['frontend/app/users', 'frontend/app/page.tsx'])
})

test('an entry knows its name and whether it is a folder', () => {
  expect(model.find('frontend/app')).toEqual({ path: 'frontend/app', name: 'app', isFolder: true })
  expect(model.find('backend/main.py').isFolder).toBe(false)
})

test('the folders above a file, outermost first', () => {
  expect(foldersAbove('frontend/app/users/page.tsx')).toEqual([
    'frontend',
    'frontend/app',
    'frontend/app/users',
  ])
})
