import { describe, expect, test } from 'vitest'
import { readTalks } from './build.mjs'
import { findProblems } from './find-problems.mjs'
import { changedLines } from './lesson-talk.mjs'
import { plainParagraphs } from './plain-words.mjs'
import { readTalk } from './read-talk.mjs'

const whole = `---
title: A talk
description: About one thing.
minutes: 5
---

<Beat
  title="One"
  lesson="01-hello"
  step="first"
  file="backend/main.py"
  lines="1, 3-4"
  holds="app = FastAPI()"
  path="/people/1"
  run="type E-mail: ada@example.com; press Sign in"
  minutes={3}
  stepped
  shows="Hello"
>

Say **this**, and \`that\`.

Then [go on](/learn/).

</Beat>

<Beat title="Two" lesson="01-hello" step="first" files="solution" file="backend/main.py" lines="3" holds="FastAPI" minutes={2} shows="Hello">
Words.
</Beat>
`

const files = { 'backend/main.py': 'import this\n\napp = FastAPI()\nrun(app)\n' }

function problemsOf(text: string): string {
  return findProblems(readTalk('a-talk', text), (lesson, step) =>
    lesson === '01-hello' && step === 'first' ? files : null,
  ).join('\n')
}

describe('the talks of this repository', () => {
  test('play: every beat names what is there', async () => {
    const { talks, problems } = await readTalks()
    expect(problems).toEqual([])
    expect(talks.length).toBeGreaterThan(0)
  })

  test('hold a whole one of forty minutes', async () => {
    const { talks } = await readTalks()
    const { beats, minutes } = talks.find(({ slug }) => slug === 'both-ends-live') ?? talks[0]!
    expect(minutes).toBe(40)
    expect(beats.reduce((sum, beat) => sum + beat.minutes, 0)).toBe(40)
  })

  test('hold one of each lesson, with two beats of each step, and notes for each', async () => {
    const { lessonTalks } = await readTalks()
    expect(lessonTalks.length).toBe(18)
    for (const { slug, beats } of lessonTalks) {
      expect(beats.length % 2, slug).toBe(0)
      for (const { title, notes } of beats) expect(notes.length, title).toBeGreaterThan(0)
    }
  })
})

describe('a talk', () => {
  test('is read with all that its beats say', () => {
    const { title, beats } = readTalk('a-talk', whole)
    expect(title).toBe('A talk')
    expect(beats[0]).toMatchObject({
      title: 'One',
      files: 'start',
      lines: [
        [1, 1],
        [3, 4],
      ],
      minutes: 3,
      isStepped: true,
      run: [
        { do: 'type', name: 'E-mail', text: 'ada@example.com' },
        { do: 'press', name: 'Sign in' },
      ],
      notes: ['Say this, and `that`.', 'Then go on.'],
    })
    expect(beats[1]).toMatchObject({ files: 'solution', dock: 'wire', run: [], isStepped: false })
  })

  test('plays when everything is there', () => {
    expect(problemsOf(whole)).toBe('')
  })

  test.each([
    ['beat 1: lesson 01-hello has no step second', ['step="first"', 'step="second"']],
    ['beat 1: backend/app.py is not in step first', ['backend/main.py', 'backend/app.py']],
    ['beat 1: backend/main.py has no lines 3-9: it has 4', ['3-4', '3-9']],
    ['beat 1: its lines of backend/main.py do not hold “run()”', ['app = FastAPI()', 'run()']],
    ['beat 1: it does not say what the app shows', ['shows="Hello"', '']],
    ['beat 1: nobody understands “minuets”', ['path="/people/1"', 'minuets="3"']],
    ['beat 1: nobody understands “click Save”', ['press Sign in', 'click Save']],
    ['beat 1: people is not a path of the app', ['path="/people/1"', 'path="people"']],
    ['beat 1: the dock has no trace', ['path="/people/1"', 'dock="trace"']],
    ['its beats take 5 minutes, and it promises 40', ['minutes: 5', 'minutes: 40']],
    ['it has no title or no description', ['description: About one thing.\n', '']],
  ])('%s', (sentence, [from = '', to = '']) => {
    expect(problemsOf(whole.replace(from, to))).toContain(`a-talk.mdx: ${sentence}`)
  })
})

test('the bright lines of a lesson are those that its solution changes', () => {
  expect(changedLines('a\nb\nc\n', 'a\nB\nB2\nc\n')).toEqual({ before: [[2, 2]], after: [[2, 3]] })
})

test('notes are words: no markup, no code blocks, no tables', () => {
  const mdx =
    '## A heading\n\nSee [the page](/docs/), **now**.\n\n```py\ncode()\n```\n\n| a | b |\n| --- | --- |\n\n<Task step="a">\n\nDo `it`.\n\n</Task>\n'
  expect(plainParagraphs(mdx)).toEqual(['A heading', 'See the page, now.', 'Do `it`.'])
})
