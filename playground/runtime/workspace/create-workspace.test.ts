import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createWorkspace, type WorkspaceOptions } from './create-workspace.ts'
import { parseDraft } from './draft.ts'
import { SAVE_DELAY_MS } from './saving.ts'
import type { Starter } from './starter.ts'
import type { KeptVersion } from './versions.ts'
import type { WorkspaceChange } from './workspace.ts'

const starter: Starter = {
  name: 'hello',
  files: {
    'frontend/app/page.tsx': 'page',
    'backend/main.py': 'app',
    'frontend/icon.png': Uint8Array.of(1, 2),
  },
  open: null,
  path: '/',
}

interface Kept {
  draft: string | null
  versions: readonly KeptVersion[]
  isFull: boolean
}

function open(options: Partial<WorkspaceOptions> = {}) {
  const kept: Kept = { draft: null, versions: [], isFull: false }
  const workspace = createWorkspace({
    starter,
    edits: {},
    keptVersions: [],
    draft: {
      read: () => kept.draft,
      write(text) {
        if (kept.isFull) throw new Error('full')
        kept.draft = text
      },
    },
    versions: {
      read: async () => kept.versions,
      write: async (versions) => void (kept.versions = versions),
    },
    ...options,
  })
  const changes: WorkspaceChange[] = []
  workspace.onChange((change) => changes.push(change))
  return { workspace, kept, changes }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('writing', () => {
  test('a write changes the file, marks it, and is told once', () => {
    const { workspace, changes } = open()
    workspace.write({ 'frontend/app/page.tsx': 'mine' })
    expect(workspace.read('frontend/app/page.tsx')).toBe('mine')
    expect([...workspace.get().changed]).toEqual(['frontend/app/page.tsx'])
    expect(changes).toEqual([{ type: 'written', changes: { 'frontend/app/page.tsx': 'mine' } }])
  })

  test('writing what is there already tells nobody', () => {
    const { workspace, changes } = open()
    workspace.write({ 'frontend/app/page.tsx': 'page', 'frontend/icon.png': Uint8Array.of(1, 2) })
    expect(changes).toEqual([])
  })

  test('a file typed back to its start is no longer changed', () => {
    const { workspace } = open()
    workspace.write({ 'backend/main.py': 'x' })
    workspace.write({ 'backend/main.py': 'app' })
    expect(workspace.get().changed.size).toBe(0)
  })

  test('a removed starter file counts as changed; a removed own file does not', () => {
    const { workspace } = open()
    workspace.write({ 'backend/main.py': null, 'backend/own.py': 'x' })
    workspace.write({ 'backend/own.py': null })
    expect([...workspace.get().changed]).toEqual(['backend/main.py'])
    expect(workspace.read('backend/main.py')).toBeNull()
  })

  test('a path outside the two ends is refused with a sentence, and nothing is written', () => {
    const { workspace, changes } = open()
    expect(() => workspace.write({ 'backend/a.py': 'a', 'etc/passwd': 'x' })).toThrow(
      /begins with frontend\/ or backend\//,
    )
    expect(changes).toEqual([])
  })

  test('a file cannot lie inside another file', () => {
    const { workspace } = open()
    expect(() => workspace.write({ 'backend/main.py/deep.py': 'x' })).toThrow(/is a file/)
  })
})

describe('renaming', () => {
  test('a folder takes everything below it along', () => {
    const { workspace } = open()
    workspace.write({ 'frontend/app/users/page.tsx': 'users' })
    workspace.rename('frontend/app', 'frontend/src/app')
    expect(Object.keys(workspace.get().files).sort()).toEqual([
      'backend/main.py',
      'frontend/icon.png',
      'frontend/src/app/page.tsx',
      'frontend/src/app/users/page.tsx',
    ])
  })

  test('a taken name is refused', () => {
    const { workspace } = open()
    workspace.write({ 'backend/other.py': 'x' })
    expect(() => workspace.rename('backend/other.py', 'backend/main.py')).toThrow(/exists already/)
  })
})

describe('keeping', () => {
  test('typing is saved half a second after the last key, as a difference to the starter', () => {
    const { workspace, kept } = open()
    workspace.write({ 'backend/main.py': 'a' })
    vi.advanceTimersByTime(SAVE_DELAY_MS - 1)
    workspace.write({ 'backend/main.py': 'ab' })
    vi.advanceTimersByTime(SAVE_DELAY_MS - 1)
    expect(kept.draft).toBeNull()
    expect(workspace.get().saving).toBe('unsaved')
    vi.advanceTimersByTime(1)
    expect(workspace.get().saving).toBe('saved')
    expect(parseDraft(kept.draft)).toEqual({
      from: { name: 'hello' },
      edits: { 'backend/main.py': 'ab' },
    })
  })

  test('leaving the page saves at once', () => {
    const { workspace, kept } = open()
    workspace.write({ 'backend/main.py': 'a' })
    workspace.flush()
    expect(kept.draft).not.toBeNull()
  })

  test('full storage is told, and a later save that works is told too', () => {
    const { workspace, kept } = open()
    kept.isFull = true
    workspace.write({ 'backend/main.py': 'a' })
    vi.advanceTimersByTime(SAVE_DELAY_MS)
    expect(workspace.get().saving).toBe('failed')
    kept.isFull = false
    workspace.write({ 'backend/main.py': 'b' })
    vi.advanceTimersByTime(SAVE_DELAY_MS)
    expect(workspace.get().saving).toBe('saved')
  })

  test('edits of an earlier visit lie over the starter', () => {
    const { workspace } = open({
      edits: { 'backend/main.py': 'mine', 'frontend/app/page.tsx': null },
    })
    expect(workspace.read('backend/main.py')).toBe('mine')
    expect(workspace.read('frontend/app/page.tsx')).toBeNull()
    expect(workspace.get().changed.size).toBe(2)
  })
})

describe('resetting', () => {
  test('reset brings the starter back, and its version brings the work back', async () => {
    const { workspace, kept, changes } = open()
    workspace.write({ 'backend/main.py': 'mine' })
    const version = workspace.reset()
    expect(workspace.read('backend/main.py')).toBe('app')
    expect(changes.at(-1)).toMatchObject({ type: 'replaced', starter: 'hello' })
    expect(kept.versions).toHaveLength(1)
    await workspace.restore(version?.id ?? '')
    expect(workspace.read('backend/main.py')).toBe('mine')
    expect([...workspace.get().changed]).toEqual(['backend/main.py'])
  })

  test('a reset of unchanged files keeps no version', () => {
    const { workspace } = open()
    expect(workspace.reset()).toBeNull()
    expect(workspace.get().versions).toEqual([])
  })

  test('starting from elsewhere keeps the work before it, with its own starter', async () => {
    const { workspace } = open()
    workspace.write({ 'backend/main.py': 'mine' })
    workspace.replace({ name: null, files: { 'backend/main.py': 'loaded' }, open: null, path: '/' })
    expect(workspace.get().changed.size).toBe(0)
    const [version] = workspace.get().versions
    expect(version).toMatchObject({ starter: 'hello', changedCount: 1 })
    await workspace.restore(version?.id ?? '')
    expect(workspace.get().starter.name).toBe('hello')
    expect(workspace.read('backend/main.py')).toBe('mine')
  })

  test('only the last twenty versions are kept', () => {
    const { workspace } = open()
    for (let turn = 0; turn < 25; turn += 1) {
      workspace.write({ 'backend/main.py': `turn ${turn}` })
      workspace.reset()
    }
    expect(workspace.get().versions).toHaveLength(20)
  })

  test('a version that is not kept is refused with a sentence', async () => {
    const { workspace } = open()
    await expect(workspace.restore('gone')).rejects.toThrow(/not kept/)
  })
})

describe('going on to another starter', () => {
  const next: Starter = { ...starter, name: 'two', title: 'step 2', compiled: 'directory' }

  test('keeps no version, because nothing is lost, and marks what differs from the new start', () => {
    const { workspace, changes } = open()
    workspace.write({ 'frontend/app/page.tsx': 'mine' })
    workspace.carry(next, workspace.get().files)
    expect(workspace.get().versions).toEqual([])
    expect([...workspace.get().changed]).toEqual(['frontend/app/page.tsx'])
    expect(changes.at(-1)).toMatchObject({ type: 'replaced', starter: 'directory' })
  })

  test('a version is called what people call its starter', () => {
    const { workspace } = open({ starter: next })
    workspace.write({ 'frontend/app/page.tsx': 'mine' })
    workspace.reset()
    expect(workspace.get().versions[0]?.starter).toBe('step 2')
  })
})
