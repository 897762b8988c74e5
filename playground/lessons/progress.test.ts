import { describe, expect, test } from 'vitest'
import { createProgress } from './progress.ts'

function open(text: string | null = null, isFull = false) {
  const kept = { text }
  const progress = createProgress({
    read: () => kept.text,
    write(next) {
      if (isFull) throw new Error('full')
      kept.text = next
    },
  })
  return { progress, kept }
}

describe('progress', () => {
  test('a finished step is finished at the next visit too', () => {
    const { progress, kept } = open()
    progress.finish('02-params', 'await')
    progress.visit('02-params', 'check')
    const again = open(kept.text).progress
    expect(again.isDone('02-params', 'await')).toBe(true)
    expect(again.isDone('02-params', 'check')).toBe(false)
    expect(again.last()).toEqual({ lesson: '02-params', step: 'check' })
  })

  test('what another release wrote is not trusted', () => {
    expect(open('{"format":9}').progress.last()).toBeNull()
    expect(open('not json').progress.isDone('a', 'b')).toBe(false)
  })

  test('a browser that keeps nothing still shows the ticks of this visit', () => {
    const { progress } = open(null, true)
    progress.finish('a', 'b')
    expect(progress.isDone('a', 'b')).toBe(true)
  })
})
