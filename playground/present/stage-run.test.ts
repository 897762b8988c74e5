import { describe, expect, test, vi } from 'vitest'
import { createReadable } from '../runtime/workspace/readable.ts'
import type { Starter } from '../runtime/workspace/starter.ts'
import type { PlaygroundSession, SessionStatus } from '../session/session.ts'
import { createGettingReady } from './get-ready.ts'
import { createStageRun } from './stage-run.ts'
import type { Beat, Talk } from './talk.ts'

function beat(title: string, more: Partial<Beat> = {}): Beat {
  return {
    title,
    lesson: '01-two-servers',
    step: 'answer',
    files: 'start',
    file: 'backend/main.py',
    lines: [[1, 2]],
    code: '',
    path: `/${title}`,
    dock: 'wire',
    minutes: 2,
    notes: [],
    run: [],
    isStepped: false,
    shows: title,
    ...more,
  }
}

/** A session that writes down what it is asked, and shows a page with the path in it. */
function fakeSession(engine: SessionStatus['engine'] = 'running') {
  const asked: string[] = []
  let held: readonly string[] = []
  const status = createReadable({
    engine,
    clockAhead: 60_000,
    stepping: { isOn: false, held },
  } as unknown as SessionStatus)
  const say =
    (words: string) =>
    async (...given: readonly unknown[]) => {
      asked.push([words, ...given.filter((each) => typeof each !== 'object')].join(' '))
    }
  const setStepping = async (isOn: boolean) => {
    asked.push(`stepping ${isOn}`)
    held = isOn ? ['hop'] : []
    status.set({ ...status.get(), stepping: { isOn, held } } as unknown as SessionStatus)
  }
  let path = ''
  const session = {
    status,
    workspace: { carry: () => asked.push('carry while stopped') },
    start: async () => {
      asked.push('start')
      status.set({ ...status.get(), engine: 'running' })
    },
    carry: async (starter: Starter) => {
      path = starter.path
      asked.push(`carry ${starter.path}`)
    },
    setStepping,
    setClock: say('clock'),
    clearJar: say('clear jar'),
    clearTrace: say('clear trace'),
    clearConsole: () => {},
    dismissFailure: () => {},
    move: say('move'),
    step: say('step'),
    act: async ({ query }: { query: { role: string; name: string } }) => {
      asked.push(`act ${query.role} ${query.name}`)
      return query.role === 'link' ? 'absent' : 'done'
    },
    page: async () => ({ text: `Page  of ${path}` }),
  } as unknown as PlaygroundSession
  return { session, asked, status }
}

function openTalk(beats: readonly Beat[], session: PlaygroundSession) {
  const talk: Talk = { slug: 'talk', title: 'Talk', idea: '', page: '/', beats: [...beats] }
  const starters = beats.map(({ path, file }) => ({ name: path, files: {}, open: file, path }))
  return createStageRun({ talk, starters, session })
}

describe('a talk on the stage', () => {
  test('brings the app to the start of a beat: stepping off, true time, empty jar, its files and page', async () => {
    const { session, asked } = fakeSession()
    await openTalk([beat('one'), beat('two')], session).goTo(1)
    expect(asked).toEqual(['stepping false', 'clock 0', 'clear jar', 'clear trace', 'carry /two'])
  })

  test('resets the beat that is shown, as often as asked', async () => {
    const { session, asked } = fakeSession()
    const run = openTalk([beat('one')], session)
    await run.reset()
    await run.reset()
    expect(asked.filter((words) => words === 'carry /one')).toHaveLength(2)
    expect(run.get()).toMatchObject({ app: 'ready', trouble: null })
    expect(run.get().openedIn).not.toBeNull()
  })

  test('starts an engine that does not run, with the files of the beat', async () => {
    const { session, asked } = fakeSession('failed')
    await openTalk([beat('one')], session).reset()
    expect(asked).toEqual(['carry while stopped', 'start'])
  })

  test('holds the requests of a stepped beat once its page is there to be loaded again', async () => {
    const { session, asked } = fakeSession('stopped')
    const { page } = session
    let looks = 0
    const slowPage: typeof page = async () => {
      looks += 1
      if (looks < 3) throw new Error('No page is open.')
      asked.push('page')
      return page()
    }
    Object.assign(session, { page: slowPage })
    await openTalk([beat('one', { isStepped: true })], session).reset()
    const started = asked.slice(asked.indexOf('start'))
    expect(started).toEqual(['start', 'page', 'clear trace', 'stepping true', 'move reload'])
  })

  test('opens only the last of the beats that were hurried through', async () => {
    const { session, asked } = fakeSession()
    const run = openTalk([beat('one'), beat('two'), beat('three')], session)
    await Promise.all([run.move(1), run.move(1)])
    expect(run.get().beat).toBe(2)
    expect(asked.filter((words) => words.startsWith('carry'))).toEqual(['carry /three'])
  })

  test('stays at its last beat, and begins its time when it leaves the first', async () => {
    const { session } = fakeSession()
    const run = openTalk([beat('one'), beat('two')], session)
    await run.goTo(0)
    expect(run.get().begun).toBeNull()
    await run.goTo(99)
    expect(run.get().beat).toBe(1)
    expect(run.get().begun).not.toBeNull()
  })

  test('does in the app what the beat says', async () => {
    const { session, asked } = fakeSession()
    const run = [
      { do: 'type', name: 'E-mail', text: 'ada@example.com' },
      { do: 'press', name: 'Sign in' },
    ] as const
    await openTalk([beat('one', { run: [...run] })], session).goTo(0)
    expect(asked.slice(-2)).toEqual(['act field E-mail', 'act button Sign in'])
  })

  test('holds the requests of a beat that is stepped through; each step lets one go, the last ends it', async () => {
    const { session, asked, status } = fakeSession()
    const run = openTalk([beat('one', { isStepped: true })], session)
    await run.goTo(0)
    expect(asked.slice(-2)).toEqual(['stepping true', 'move reload'])
    await run.step()
    expect(asked.at(-1)).toBe('step hop')
    status.set({ ...status.get(), stepping: { isOn: true, held: [] } })
    await run.step()
    expect(asked.at(-1)).toBe('stepping false')
  })

  test('says in one sentence what it could not bring about', async () => {
    const { session } = fakeSession()
    Object.assign(session, { carry: () => Promise.reject(new Error('The worker is gone.')) })
    const run = openTalk([beat('one')], session)
    await run.reset()
    expect(run.get()).toMatchObject({ app: 'failed', trouble: 'The worker is gone.' })
  })
})

describe('getting ready', () => {
  test('opens no beat any more when the stage takes over', async () => {
    const { session, asked } = fakeSession()
    const getting = createGettingReady(openTalk([beat('one'), beat('two')], session))
    const running = getting.run()
    getting.stop()
    await running
    expect(asked.filter((words) => words.startsWith('carry'))).toEqual(['carry /one'])
  })

  test('opens every beat once, and names the one that does not show what it should', async () => {
    const { session, asked } = fakeSession()
    const beats = [beat('one'), beat('two', { shows: 'something else' }), beat('three')]
    const getting = createGettingReady(openTalk(beats, session))
    vi.useFakeTimers()
    const running = getting.run()
    await vi.advanceTimersByTimeAsync(30_000)
    await running
    vi.useRealTimers()
    expect(getting.get()).toEqual([
      { state: 'works' },
      { state: 'broken', reason: 'The app does not show “something else”.' },
      { state: 'works' },
    ])
    expect(asked.filter((words) => words.startsWith('carry'))).toHaveLength(3)
  })
})
