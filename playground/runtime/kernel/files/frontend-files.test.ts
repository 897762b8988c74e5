import { expect, test } from 'vitest'
import { FrontendFiles } from './frontend-files.ts'

test('only real changes count, and the listing changes only with the set of files', () => {
  const files = new FrontendFiles()
  expect(files.apply({ 'app/page.tsx': 'a', 'public/x.bin': new Uint8Array([1]) })).toEqual(
    new Set(['/app/page.tsx', '/public/x.bin']),
  )
  const listing = files.listingVersion
  expect(files.apply({ 'app/page.tsx': 'a', 'public/x.bin': new Uint8Array([1]) })).toEqual(
    new Set(),
  )
  expect(files.apply({ 'app/page.tsx': 'b' })).toEqual(new Set(['/app/page.tsx']))
  expect(files.listingVersion).toBe(listing)
  files.apply({ 'app/page.tsx': null })
  expect(files.listingVersion).toBeGreaterThan(listing)
  expect(files.apply({ 'never/was.ts': null })).toEqual(new Set())
})

test('folders are listed from their files; what Next writes is kept apart', () => {
  const files = new FrontendFiles()
  files.apply({ 'app/users/[id]/page.tsx': '', 'app/layout.tsx': '' })
  expect(files.list('/app')).toEqual([
    ['users', 'directory'],
    ['layout.tsx', 'file'],
  ])
  expect(files.kind('/app/users')).toBe('directory')
  files.write('/.next/cache/x', 'y')
  expect([files.read('/.next/cache/x'), files.has('/.next/cache/x')]).toEqual(['y', false])
  files.clearWritten()
  expect(files.kind('/.next/cache/x')).toBeNull()
})
