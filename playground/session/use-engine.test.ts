import { describe, expect, test } from 'vitest'
import type { EngineName } from '../runtime/engine/engine.ts'
import { createFailure, type FailureCode } from '../runtime/wire/failure.ts'
import { createWorkspace } from '../runtime/workspace/create-workspace.ts'
import { createFakeEngine, type FakeEngineOptions } from '../ui/testing/fake-engine.ts'
import { createPlaygroundSession } from './create-session.ts'

interface Opened {
  readonly engineName?: EngineName
  readonly database?: Uint8Array
  readonly container?: Partial<FakeEngineOptions>
}

function open({ container = {}, ...options }: Opened = {}) {
  const engines = {
    own: createFakeEngine({ stageMs: 0, name: 'own' }),
    webcontainer: createFakeEngine({ stageMs: 0, name: 'webcontainer', ...container }),
  }
  const workspace = createWorkspace({
    starter: { name: 'hello', files: { 'backend/main.py': 'app' }, open: null, path: '/start' },
    edits: {},
    keptVersions: [],
    draft: { read: () => null, write: () => undefined },
    versions: { read: async () => [], write: async () => undefined },
  })
  const session = createPlaygroundSession({
    workspace,
    createEngine: async (name) => engines[name],
    loadStarter: () => Promise.reject(new Error('No other starter here.')),
    ...options,
  })
  return { session, engines }
}

function failingWith(code: FailureCode): Partial<FakeEngineOptions> {
  const failure = createFailure('container', code, 'Nobody is let in.')
  return { failing: { stage: 'host', failure } }
}

describe('another engine', () => {
  test('goes on at the open page, with the files and the database of the one before', async () => {
    const { session, engines } = open()
    await session.start()
    await session.goto('/people/7')
    session.workspace.write({ 'backend/main.py': 'edited' })
    await session.useEngine('webcontainer')
    expect(engines.own.asked.slice(-2)).toEqual(['write backend/main.py', 'stop'])
    expect(engines.webcontainer.asked).toEqual([
      'start hello development /people/7 with a database',
    ])
    expect(session.status.get()).toMatchObject({ engine: 'running', engineName: 'webcontainer' })
    expect(session.workspace.read('backend/main.py')).toBe('edited')
  })

  test('is only chosen while nothing runs', async () => {
    const { session, engines } = open()
    await session.useEngine('webcontainer')
    expect(session.status.get()).toMatchObject({ engine: 'stopped', engineName: 'webcontainer' })
    expect(engines.webcontainer.asked).toEqual([])
    await session.start()
    expect(engines.webcontainer.asked).toEqual(['start hello development /start'])
    expect(engines.own.asked).toEqual([])
  })

  test('that is the same one changes nothing', async () => {
    const { session, engines } = open()
    await session.start()
    await session.useEngine('own')
    expect(engines.own.asked).toEqual(['start hello development /start'])
  })

  test('is the only one that is heard', async () => {
    const { session, engines } = open()
    await session.start()
    await session.useEngine('webcontainer')
    engines.own.emit('failure', createFailure('next', 'worker-died', 'Too late.'))
    expect(session.status.get().failure).toBeNull()
  })
})

describe('a host that lets nobody in', () => {
  test('hands over to the own engine, with the database, and the status says why', async () => {
    const { session, engines } = open({
      engineName: 'webcontainer',
      database: new Uint8Array([1]),
      container: failingWith('vendor-refused'),
    })
    await session.start()
    expect(engines.own.asked).toEqual(['start hello development /start with a database'])
    expect(session.status.get()).toMatchObject({
      engine: 'running',
      engineName: 'own',
      failure: null,
      replaced: { code: 'vendor-refused', message: 'Nobody is let in.' },
    })
  })

  test('is no longer told once the sentence is put away', async () => {
    const { session } = open({
      engineName: 'webcontainer',
      container: failingWith('vendor-refused'),
    })
    await session.start()
    session.dismissFailure()
    expect(session.status.get().replaced).toBeNull()
  })
})

test('a chosen engine that fails otherwise stays chosen: trying again may help', async () => {
  const { session, engines } = open({
    engineName: 'webcontainer',
    container: failingWith('deadline'),
  })
  await expect(session.start()).rejects.toThrow('Nobody is let in.')
  expect(session.status.get()).toMatchObject({ engine: 'failed', engineName: 'webcontainer' })
  expect(engines.own.asked).toEqual([])
  await session.useEngine('own')
  expect(session.status.get()).toMatchObject({ engine: 'running', engineName: 'own' })
})
