import { expect, test } from 'vitest'
import { formatDraft, parseDraft, type Draft } from './draft.ts'

test('a draft over a named starter survives being text, bytes and removed files included', () => {
  const draft: Draft = {
    from: { name: 'directory' },
    edits: {
      'backend/main.py': 'ü',
      'frontend/icon.png': Uint8Array.of(0, 255, 137),
      'backend/old.py': null,
    },
  }
  expect(parseDraft(formatDraft(draft))).toEqual(draft)
})

test('a loaded workspace is kept with all its files', () => {
  const draft: Draft = { from: { files: { 'backend/main.py': 'app' }, path: '/x' }, edits: {} }
  expect(parseDraft(formatDraft(draft))).toEqual(draft)
})

test.each([
  null,
  '',
  'nonsense',
  '{}',
  '{"format":2,"from":{"name":"x"},"edits":{}}',
  '{"format":1,"from":{},"edits":{}}',
])('what is not a draft of ours begins a fresh visit: %s', (text) => {
  expect(parseDraft(text)).toBeNull()
})
