import { expect, test } from 'vitest'
import { createProgress } from '../../../playground/lessons/progress.ts'
import { parseLastVisit } from './last-visit.ts'

test('the last visit is what the lesson page kept', () => {
  const kept = { text: '' }
  const progress = createProgress({ read: () => null, write: (text) => void (kept.text = text) })
  progress.finish('01-two-servers', 'answer')
  progress.visit('02-params', 'check')
  expect(parseLastVisit(kept.text)).toEqual({ lesson: '02-params', step: 'check' })
})

test.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['no visit yet', '{"format":1,"done":{},"last":null}'],
  ['an address of somebody else', '{"last":{"lesson":"//evil.example/","step":"a"}}'],
  ['a step that is no name', '{"last":{"lesson":"02-params","step":"<b>"}}'],
])('%s is no visit', (_name, text) => expect(parseLastVisit(text)).toBeNull())
