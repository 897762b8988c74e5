import { expect, test } from 'vitest'
import { withNeeds } from './build-steps.mjs'

test('a step brings what it needs, and what that needs', () => {
  expect([...withNeeds(['starters'])].sort()).toEqual(['kernel', 'starter-files', 'starters'])
})

test('the site needs neither the kernel nor Python', () => {
  expect([...withNeeds(['site'])].sort()).toEqual([
    'embed',
    'lessons',
    'references',
    'seed-map',
    'site',
    'starter-files',
    'talks',
    'type-files',
    'webcontainer',
  ])
})
