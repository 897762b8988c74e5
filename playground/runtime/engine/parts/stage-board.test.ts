import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFailure, FailureError } from '../../wire/failure.ts'
import { STAGE_NAMES } from '../../wire/stage.ts'
import { createStageBoard } from './stage-board.ts'

const stage = (board: ReturnType<typeof createStageBoard>, name: string) =>
  board.stages().find((entry) => entry.name === name)

describe('the boot list', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('times a stage that ends well', async () => {
    const board = createStageBoard(STAGE_NAMES, () => undefined)
    const work = board.run('next', () => new Promise((resolve) => setTimeout(resolve, 300)))
    await vi.advanceTimersByTimeAsync(300)
    await work
    expect(stage(board, 'next')).toMatchObject({ state: 'done', ms: 300, failure: null })
  })

  it('calls a stage slow after its usual time and goes on', async () => {
    const board = createStageBoard(STAGE_NAMES, () => undefined)
    board.begin('python')
    await vi.advanceTimersByTimeAsync(12_000)
    expect(stage(board, 'python')).toMatchObject({ state: 'slow' })
    board.end('python')
    expect(stage(board, 'python')).toMatchObject({ state: 'done' })
  })

  it('fails a stage at its deadline and names what it waited for', async () => {
    const board = createStageBoard(STAGE_NAMES, () => undefined)
    const work = board.run('python', () => new Promise(() => undefined))
    const outcome = expect(work).rejects.toThrow(
      'No answer after 180 s while downloading pyodide.asm.wasm.',
    )
    board.detail('python', 'downloading pyodide.asm.wasm')
    await vi.advanceTimersByTimeAsync(180_000)
    await outcome
    expect(stage(board, 'python')).toMatchObject({ state: 'failed', failure: { code: 'deadline' } })
  })

  it('keeps the first failure', async () => {
    const board = createStageBoard(STAGE_NAMES, () => undefined)
    board.begin('host')
    board.fail('host', createFailure('host', 'asset-missing', 'first'))
    board.fail('host', createFailure('host', 'internal', 'second'))
    expect(stage(board, 'host')).toMatchObject({ failure: { message: 'first' } })
  })

  it('passes a failure of the work on as it is', async () => {
    const board = createStageBoard(STAGE_NAMES, () => undefined)
    const failure = createFailure('host', 'service-worker-unavailable', 'no')
    await expect(
      board.run('host', () => Promise.reject(new FailureError(failure))),
    ).rejects.toMatchObject({ failure })
  })
})
