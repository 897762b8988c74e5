import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WrittenReport } from '../runtime/engine/engine.ts'
import type { FileChanges } from '../runtime/wire/files.ts'
import { createWriteQueue, WRITE_DELAY_MS, type Replacement } from './write-queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function open() {
  const sent: (FileChanges | Replacement)[] = []
  const finish: (() => void)[] = []
  const failures: unknown[] = []
  const send = (what: FileChanges | Replacement) =>
    new Promise<WrittenReport>((resolve) => {
      sent.push(what)
      finish.push(() => resolve({ errors: [], ms: sent.length }))
    })
  const queue = createWriteQueue({
    write: send,
    replace: send,
    onFailure: (cause) => failures.push(cause),
  })
  return { queue, sent, finishOne: () => finish.shift()?.(), failures }
}

test('keys typed close together are one write', async () => {
  const { queue, sent } = open()
  queue.push({ 'backend/main.py': 'a' })
  await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS - 1)
  queue.push({ 'backend/main.py': 'ab', 'frontend/a.ts': 'x' })
  await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS)
  expect(sent).toEqual([{ 'backend/main.py': 'ab', 'frontend/a.ts': 'x' }])
})

test('writes never overlap: what comes meanwhile goes as the next one', async () => {
  const { queue, sent, finishOne } = open()
  queue.push({ 'backend/main.py': '1' })
  await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS)
  queue.push({ 'backend/main.py': '2' })
  queue.push({ 'backend/main.py': '3' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent).toHaveLength(1)
  finishOne()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toEqual([{ 'backend/main.py': '1' }, { 'backend/main.py': '3' }])
})

test('settle sends at once and resolves when nothing waits any more', async () => {
  const { queue, sent, finishOne } = open()
  queue.push({ 'backend/main.py': '1' })
  const settled = queue.settle()
  queue.push({ 'backend/main.py': '2' })
  finishOne()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toHaveLength(2)
  finishOne()
  await expect(settled).resolves.toEqual({ errors: [], ms: 2 })
})

test('settling while a write is under way starts no second one beside it', async () => {
  const { queue, sent } = open()
  queue.push({ 'backend/main.py': '1' })
  void queue.settle()
  queue.push({ 'backend/main.py': '2' })
  void queue.settle()
  await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS)
  expect(sent).toEqual([{ 'backend/main.py': '1' }])
})

test('a replacement drops the edits that waited for the files before', async () => {
  const { queue, sent } = open()
  queue.push({ 'backend/main.py': 'old' })
  queue.replace({ files: { 'backend/main.py': 'new' }, starter: null })
  await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS)
  expect(sent).toEqual([{ files: { 'backend/main.py': 'new' }, starter: null }])
})

test('while it is held everything collects, and goes when released', async () => {
  const { queue, sent } = open()
  queue.hold()
  queue.push({ 'backend/main.py': '1' })
  await expect(queue.settle()).resolves.toBeNull()
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent).toEqual([])
  queue.release()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toEqual([{ 'backend/main.py': '1' }])
})

test('a write that nobody waits for reports its failure, and the next still goes', async () => {
  const failures: unknown[] = []
  const write = vi
    .fn<(what: FileChanges | Replacement) => Promise<WrittenReport>>()
    .mockRejectedValueOnce(new Error('gone'))
    .mockResolvedValue({ errors: [], ms: 1 })
  const queue = createWriteQueue({
    write,
    replace: write,
    onFailure: (cause) => failures.push(cause),
  })
  queue.push({ 'backend/main.py': '1' })
  await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS)
  expect(failures).toHaveLength(1)
  queue.push({ 'backend/main.py': '2' })
  await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS)
  expect(write).toHaveBeenCalledTimes(2)
})
