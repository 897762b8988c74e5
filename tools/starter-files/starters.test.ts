import { expect, test } from 'vitest'
import { copy } from '../../playground/ui/copy.ts'
import { belongsToStarter, readExampleFiles, readStarterFiles } from './build.mjs'
import { starterEnvironment, STARTERS } from './starters.mjs'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'

test('the menu offers each of them', () => {
  expect(Object.keys(copy.starters).sort()).toEqual(STARTERS.map(({ name }) => name).sort())
})

test.each(STARTERS)('$name is the example, and nothing of it is changed', ({ name, open }) => {
  const files = readStarterFiles(name)
  expect(files).toMatchObject(readExampleFiles(join(ROOT, 'examples', name)))
  expect(files).toHaveProperty([open])
})

test('what the playground sets comes as .env files, each variable with its reason', () => {
  const { 'backend/.env': backend, 'frontend/.env': frontend } = readStarterFiles('user-crud')
  expect(frontend).toMatch(/^# .+\nAPP_URL=http:\/\/localhost:3000\n/)
  expect(backend).toMatch(/^# .+\nJWT_SECRET=.{32,}\n/)
  expect(starterEnvironment('user-crud', 'backend')).toMatchObject({ CREATE_TABLES: 'true' })
  expect(readStarterFiles('hello')).not.toHaveProperty(['backend/.env'])
})

test.each([
  ['backend/.env', false],
  ['frontend/.env.local', false],
  ['frontend/.env.production.local', false],
  ['frontend/.env.example', true],
  ['frontend/Dockerfile.dockerignore', false],
  ['backend/Dockerfile', false],
  ['backend/bench/measure.py', false],
  ['backend/migrations/env.py', true],
  ['package.json', false],
])('%s belongs to a starter: %s', (path, belongs) => {
  expect(belongsToStarter(path)).toBe(belongs)
})
