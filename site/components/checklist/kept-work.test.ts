import { expect, test } from 'vitest'
import { createProgress } from '../../../playground/lessons/progress.ts'
import { formatDraft } from '../../../playground/runtime/workspace/draft.ts'
import { draftKey } from '../../../playground/session/open-session.ts'
import { findKeptWork } from './kept-work.ts'

function keep(texts: Readonly<Record<string, string>>) {
  return findKeptWork((key) => texts[key] ?? null).map(({ work, title }) => [work.type, title])
}

const EXAMPLE = ['example', 'The example user-crud, as it is']

test('where nothing is kept there is the example alone', () => {
  expect(keep({})).toEqual([EXAMPLE])
  expect(keep({ [draftKey()]: '{', 'both-ends.progress': '{' })).toEqual([EXAMPLE])
})

test('the lesson last open comes first, then what the playground keeps', () => {
  const progress = { text: '' }
  createProgress({ read: () => null, write: (text) => void (progress.text = text) }).visit(
    '18-ship',
    'door',
  )
  const draft = formatDraft({ from: { name: 'hello' }, edits: { 'frontend/app/page.tsx': 'x' } })
  expect(keep({ [draftKey()]: draft, 'both-ends.progress': progress.text })).toEqual([
    ['lesson', 'Lesson 18, as you left it'],
    ['play', 'The playground: hello, 1 file changed'],
    EXAMPLE,
  ])
})
