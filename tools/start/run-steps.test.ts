import { describe, expect, test } from 'vitest'
import { runSteps } from './run-steps.mjs'

/** Steps that write down when they begin and end; `fails` names one that throws. */
function recorder(fails: string | null = null) {
  const order: string[] = []
  const step = (name: string, needs: string[] = []) => ({
    name,
    needs,
    run: async () => {
      order.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (name === fails) throw new Error(`${name} broke`)
      order.push(`${name} ends`)
    },
  })
  return { order, step }
}

describe('runSteps', () => {
  test('a step waits for what it needs', async () => {
    const { order, step } = recorder()
    await runSteps([step('starters', ['kernel']), step('kernel')])
    expect(order).toEqual(['kernel begins', 'kernel ends', 'starters begins', 'starters ends'])
  })

  test('independent steps run side by side, but no more than there are lanes', async () => {
    const { order, step } = recorder()
    await runSteps([step('kernel'), step('python'), step('site')], 2)
    expect(order.slice(0, 2)).toEqual(['kernel begins', 'python begins'])
    expect(order.indexOf('site begins')).toBeGreaterThan(
      order.findIndex((line) => line.endsWith('ends')),
    )
  })

  test('after a failure nothing new starts, and the failure is what is thrown', async () => {
    const { order, step } = recorder('kernel')
    await expect(
      runSteps([step('kernel'), step('starters', ['kernel']), step('python')]),
    ).rejects.toThrow('kernel broke')
    expect(order).toContain('python ends')
    expect(order).not.toContain('starters begins')
  })

  test('needs that nothing fulfils are refused before anything runs', async () => {
    const { order, step } = recorder()
    await expect(runSteps([step('kernel'), step('preview', ['site'])])).rejects.toThrow(
      'can never start: preview',
    )
    expect(order).toEqual([])
  })
})
