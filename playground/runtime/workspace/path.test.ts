import { expect, test } from 'vitest'
import { baseName, folderOf, refusePath, shortName } from './path.ts'

test.each([
  'frontend/app/page.tsx',
  'backend/main.py',
  'frontend/app/[id]/(group)/@slot/page.tsx',
  'backend/.env',
])('%s is fine', (path) => {
  expect(refusePath(path)).toBeNull()
})

test.each([
  ['app/page.tsx', /begins with/],
  ['/frontend/a.ts', /begins with/],
  ['frontend/', /begins with/],
  ['frontend/../backend/a.py', /“\.\.”/],
  ['frontend//a.ts', /empty/],
  ['frontend/a\\b.ts', /refuse/],
  ['frontend/node_modules/x/index.js', /nothing is installed/],
])('%s is refused', (path, sentence) => {
  expect(refusePath(path)).toMatch(sentence)
})

test('a path is a folder and a name', () => {
  expect([folderOf('backend/app/main.py'), baseName('backend/app/main.py'), folderOf('x')]).toEqual(
    ['backend/app', 'main.py', ''],
  )
})

test('a short name has its folder only where another path has the same name', () => {
  const paths = ['frontend/app/page.tsx', 'frontend/app/people/page.tsx', 'frontend/lib/api.ts']
  expect(paths.map((path) => shortName(path, paths))).toEqual([
    'app/page.tsx',
    'people/page.tsx',
    'api.ts',
  ])
})
