import { expect, test } from 'vitest'
import { coverPaths } from './cover.mjs'

const hashed = (path: string) => (/[0-9a-f]{8}/.test(path) ? 'forever' : 'ask')

test('a folder that says one thing is one rule, any other is taken apart', () => {
  const paths = [
    '/',
    '/index.html',
    '/docs/',
    '/docs/a/',
    '/x/a.12345678.js',
    '/x/b.js',
    '/y/c.12345678.js',
  ]
  expect(coverPaths(paths, hashed)).toEqual([
    { path: '/', says: 'ask' },
    { path: '/index.html', says: 'ask' },
    { path: '/docs/*', says: 'ask' },
    { path: '/x/a.12345678.js', says: 'forever' },
    { path: '/x/b.js', says: 'ask' },
    { path: '/y/*', says: 'forever' },
  ])
})

test('a folder’s own page does not speak for what lies below it', () => {
  expect(coverPaths(['/x/', '/x/a.12345678.js'], hashed)).toEqual([
    { path: '/x/', says: 'ask' },
    { path: '/x/a.12345678.js', says: 'forever' },
  ])
})
