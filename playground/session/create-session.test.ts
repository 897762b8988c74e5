import { describe, expect, test, vi } from 'vitest'
import { createFailure, FailureError } from '../runtime/wire/failure.ts'
import { createWorkspace } from '../runtime/workspace/create-workspace.ts'
import type { Starter } from '../runtime/workspace/starter.ts'
import { createFakeEngine, type FakeEngineOptions } from '../ui/testing/fake-engine.ts'
import { createPlaygroundSession } from './create-session.ts'

const hello: Starter = {
  name: 'hello',
  files: { 'backend/main.py': 'app' },
  open: null,
  path: '/start',
}
const directory: Starter = {
  name: 'directory',
  files: { 'backend/main.py': 'db' },
  open: null,
  path: '/users',
}

function open(options: Partial<FakeEngineOptions> = {}) {
  const engine = createFakeEngine({ stageMs: 0, ...options })
  const workspace = createWorkspace({
    starter: hello,
    edits: {},
    keptVersions: [],
    draft: { read: () => null, write: () => undefined },
    versions: { read: async () => [], write: async () => undefined },
  })
  let made = 0
  const prepared: string[] = []
  const session = createPlaygroundSession({
    workspace,
    createEngine: async () => {
      made += 1
      return engine
    },
    prepareEngine: async (name) => {
      prepared.push(name)
      throw new Error('It did not come.')
    },
    loadStarter: async (name) => {
      if (name === 'directory') return directory
      throw new FailureError(createFailure('starter', 'asset-missing', 'It did not load.'))
    },
  })
  return { session, engine, prepared, made: () => made }
}

describe('starting', () => {
  test('no engine is made before the first start, and two starts are one', async () => {
    const { session, engine, made } = open()
    expect(made()).toBe(0)
    await Promise.all([session.start(), session.start()])
    await session.start()
    expect(made()).toBe(1)
    expect(engine.asked).toEqual(['start hello development /start'])
    expect(session.status.get()).toMatchObject({ engine: 'running', failure: null })
  })

  test('what can come before a start is asked for until one; without it the start goes on', async () => {
    const { session, prepared } = open()
    session.prepare()
    expect(prepared).toEqual(['own'])
    await session.start()
    session.prepare()
    expect(prepared).toEqual(['own'])
    expect(session.status.get()).toMatchObject({ engine: 'running', failure: null })
  })

  test('a start that fails says why, and trying again starts anew', async () => {
    const failure = createFailure('python', 'deadline', 'No answer.')
    const { session, engine } = open({ failing: { stage: 'python', failure } })
    await expect(session.start()).rejects.toThrow('No answer.')
    expect(session.status.get()).toMatchObject({ engine: 'failed', failure })
    await expect(session.restart('all')).rejects.toThrow('No answer.')
    expect(engine.asked).toHaveLength(2)
  })

  test('what is typed while it starts reaches the engine after the start', async () => {
    const { session, engine } = open({ stageMs: 30 }) // Longer in all than the queue waits.
    const started = session.start()
    await vi.waitUntil(() => engine.asked.length === 1)
    session.workspace.write({ 'backend/main.py': 'typed' })
    await started
    await session.settle()
    expect(engine.asked).toEqual(['start hello development /start', 'write backend/main.py'])
    expect(session.status.get().failure).toBeNull()
  })

  test('a restart of everything begins with the files and the address of now, and never looks stopped', async () => {
    const { session, engine } = open()
    await session.start()
    await session.goto('/elsewhere')
    const states: string[] = []
    session.status.subscribe(() => states.push(session.status.get().engine))
    await session.restart('all')
    expect(engine.asked.at(-1)).toBe('start hello development /elsewhere')
    expect(states).not.toContain('stopped')
  })

  test('a page that is asked for before a start is the first one, and is opened once', async () => {
    const { session, engine } = open()
    await session.open('/?name=Ada')
    expect(engine.asked).toEqual(['start hello development /?name=Ada'])
    await session.open('/elsewhere')
    expect(engine.asked.slice(1)).toEqual(['goto /elsewhere'])
  })

  test('a page that is asked for during a start is opened after it', async () => {
    const { session, engine } = open({ stageMs: 5 })
    const started = session.start()
    await session.open('/elsewhere')
    await started
    expect(engine.asked).toEqual(['start hello development /start', 'goto /elsewhere'])
  })

  test('one end alone is restarted by the engine', async () => {
    const { session, engine } = open()
    await session.start()
    await session.restart('backend')
    expect(engine.asked.at(-1)).toBe('restart backend')
  })

  test('asking a stopped engine is refused with what to do', async () => {
    const { session } = open()
    await expect(session.query('select 1')).rejects.toMatchObject({
      failure: { code: 'not-running' },
    })
  })
})

describe('files', () => {
  test('without an engine a write is kept and answers null', async () => {
    const { session, engine } = open()
    await expect(session.write({ 'backend/main.py': 'x' })).resolves.toBeNull()
    expect(engine.asked).toEqual([])
  })

  test('with one it waits for both ends and brings their errors', async () => {
    const error = {
      end: 'python',
      message: 'no',
      place: null,
      codeFrame: null,
      stack: null,
    } as const
    const { session } = open({
      check: (files) => (files['backend/main.py'] === 'bad' ? [error] : []),
    })
    await session.start()
    await expect(session.write({ 'backend/main.py': 'bad' })).resolves.toMatchObject({
      errors: [error],
    })
    expect(session.status.get().errors).toEqual([error])
  })

  test('starting from another example replaces the files and shows its first page', async () => {
    const { session, engine } = open()
    await session.start()
    await session.startFrom('directory')
    expect(engine.asked).toContain('reset directory')
    expect(session.status.get().preview?.address).toBe('/users')
  })

  test('an example that does not load leaves everything as it was', async () => {
    const { session } = open()
    await expect(session.startFrom('nothing')).rejects.toThrow('It did not load.')
    expect(session.workspace.get().starter.name).toBe('hello')
    expect(session.status.get().busy).toBeNull()
  })

  test('reset goes to the engine too, and restore after it', async () => {
    const { session, engine } = open()
    await session.start()
    await session.write({ 'backend/main.py': 'mine' })
    await session.reset()
    await session.restore(session.workspace.get().versions[0]?.id ?? '')
    expect(engine.asked.filter((each) => each === 'reset hello')).toHaveLength(2)
    expect(session.workspace.read('backend/main.py')).toBe('mine')
  })
})

describe('flavour', () => {
  test('before a start it is only chosen', async () => {
    const { session, engine } = open()
    await session.setFlavour('production')
    await session.start()
    expect(engine.asked).toEqual(['start hello production /start'])
  })

  test('a running engine builds, and the routes are kept', async () => {
    const { session } = open()
    await session.start()
    const routes = await session.setFlavour('production')
    expect(routes.map(({ path }) => path)).toEqual(['/', '/users'])
    expect(session.status.get()).toMatchObject({ flavour: 'production', busy: null })
  })
})

test('exchanges come newest first, numbered, with their hops', async () => {
  const { session } = open()
  await session.start()
  await vi.waitFor(() =>
    expect(session.exchanges.get().map(({ number }) => number)).toEqual([4, 3, 2, 1, 0]),
  )
  expect(session.exchanges.get()[0]?.hops).toHaveLength(4)
  await session.clearTrace()
  expect(session.exchanges.get()).toEqual([])
})
