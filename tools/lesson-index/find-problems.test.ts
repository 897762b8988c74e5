import { describe, expect, test } from 'vitest'
import { countWords, findProblems } from './find-problems.mjs'

type Folder = Parameters<typeof findProblems>[0]

const overlay = { 'frontend/app/page.tsx': 'text' }
const step = {
  id: 'await',
  starter: overlay,
  solution: overlay,
  alsoRight: { one: overlay },
  stillWrong: { one: overlay, two: overlay },
  hasChecks: true,
}
const told = (id: string) => ({ id, title: id, open: 'frontend/app/page.tsx', path: '/' })
const lesson: Folder = {
  slug: '02-params',
  definition: {
    title: 'Params',
    idea: 'One.',
    base: 'hello',
    steps: [told('await'), told('check')],
  },
  steps: [step, { ...step, id: 'check', starter: {} }],
  prose: '<Step id="await">one</Step><Step id="check">two</Step>\n## On your machine\n',
}
const problems = (change: Partial<Folder>) => findProblems({ ...lesson, ...change })

describe('the rules of a lesson', () => {
  test('a whole lesson breaks none', () => {
    expect(findProblems(lesson)).toEqual([])
  })

  test.each<[string, Partial<Folder>]>([
    [
      '02-params: its prose has 902 words; 900 are the most.',
      { prose: `${'word '.repeat(897)}${lesson.prose}` },
    ],
    [
      '02-params: it does not end with “On your machine”.',
      { prose: lesson.prose.replace('On your', 'On a') },
    ],
    [
      '02-params: step check: the words do not tell it.',
      { prose: lesson.prose.replace('"check"', '"other"') },
    ],
    ['02-params: it has 1 steps, not two to four.', { steps: [step] }],
    ['params: its folder is called like 02-params.', { slug: 'params' }],
  ])('%s', (sentence, change) => {
    expect(problems(change)).toContain(sentence)
  })

  test.each([
    ['its starter is empty', { starter: {} }],
    ['its solution is empty', { solution: {} }],
    ['it has no checks.ts', { hasChecks: false }],
    ['it has no also-right answer', { alsoRight: {} }],
    ['it has fewer than two still-wrong answers', { stillWrong: { one: overlay } }],
    ['its answer one is empty', { alsoRight: { one: {} } }],
    ['README.md is outside the workspace', { solution: { 'README.md': 'text' } }],
  ])('a first step: %s', (sentence, change) => {
    const [, second] = lesson.steps
    if (!second) throw new Error('The lesson of this test has two steps.')
    expect(problems({ steps: [{ ...step, ...change }, second] })).toContain(
      `02-params: step await: ${sentence}.`,
    )
  })

  test('words are what a person reads', () => {
    expect(
      countWords('---\ntitle: no\n---\nOne two\n```ts\nlet x\n```\n<Task step="a">three</Task>'),
    ).toBe(3)
  })
})
