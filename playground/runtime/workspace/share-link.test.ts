import { expect, test } from 'vitest'
import { formatShare, parseShare } from './share-link.ts'

const draft = {
  from: { name: 'hello' },
  edits: {
    'frontend/app/page.tsx': 'export default () => <h1>Grüße</h1>\n',
    'frontend/app/icon.png': Uint8Array.of(0, 255),
    'backend/main.py': null,
  },
}

test('what a link holds comes back whole, and its letters need no escaping', () => {
  const text = formatShare(draft)
  expect(text).toMatch(/^[\w-]+$/)
  expect(parseShare(text)).toEqual(draft)
})

test('a link that was cut, or is none, opens nothing', () => {
  const text = formatShare(draft)
  expect(parseShare(text.slice(0, text.length / 2))).toBeNull()
  expect(parseShare('§')).toBeNull()
  expect(parseShare('')).toBeNull()
})

test('a path outside the workspace is refused, and the link with it', () => {
  expect(parseShare(formatShare({ ...draft, edits: { '../x': 'y' } }))).toBeNull()
  expect(
    parseShare(formatShare({ from: { files: { 'etc/x': '' }, path: '/' }, edits: {} })),
  ).toBeNull()
})

test('a link that unpacks to too much is left, although it is short', () => {
  const edits = { 'frontend/app/page.tsx': ' '.repeat(3 * 1024 * 1024) }
  const text = formatShare({ ...draft, edits })
  expect(text.length).toBeLessThan(8 * 1024)
  expect(parseShare(text)).toBeNull()
})
