import { expect, test } from 'vitest'
import { nameVersion, nameVersions, withList } from './put-in.mjs'

test('a list stands before the script once, however often it is written', () => {
  const once = withList('run()\n', { version: 'a' })
  expect(once).toBe('var BOTH_ENDS_KEPT={"version":"a"};\nrun()\n')
  expect(withList(once, { version: 'b' })).toBe('var BOTH_ENDS_KEPT={"version":"b"};\nrun()\n')
})

test('a page of the site names both versions, and the newer ones in their place', () => {
  const once = nameVersions('<html><head><title>T</title></head>', 'a', 'p')
  expect(once).toContain('<head><meta name="both-ends-site" content="a"/>')
  const again = nameVersions(once, 'b', 'q')
  expect(again).toContain('content="b"/><meta name="both-ends-preview" content="q"/>')
  expect(again.match(/<meta/g)).toHaveLength(2)
})

test('a page of the preview asks for its script by version, or by none', () => {
  const html = '<script type="module" src="/__host__/host.js"></script>'
  const named = nameVersion(html, 'abc')
  expect(named).toContain('src="/__host__/host.js?v=abc"')
  expect(nameVersion(named, 'def')).toContain('src="/__host__/host.js?v=def"')
  expect(nameVersion(named, '')).toBe(html)
})
