import { expect, test } from 'vitest'
import { step, type Answer, type Side } from './exchange.ts'
import { compareSides } from './run-transcript.ts'

function side(ask: () => Promise<Answer>): Side {
  return { name: 'a side', ask, cookies: () => Promise.resolve([]), stop: () => Promise.resolve() }
}

async function keysOf(real: Side, here: Side): Promise<readonly string[]> {
  const steps = [step('one', { host: 'frontend', path: '/' })]
  const pair = { flavour: 'production', example: 'hello', real, here } as const
  return (await compareSides(pair, steps)).found.map(({ key }) => key)
}

const answers = side(() => Promise.resolve({ status: 200, headers: [], body: '' }))
const fails = side(() => Promise.reject(new Error('No form on the page holds it.')))

test('a step that fails is found, also when it fails on both sides alike', async () => {
  expect(await keysOf(answers, answers)).toEqual([])
  expect(await keysOf(answers, fails)).toEqual(['production/hello/one/failure'])
  expect(await keysOf(fails, fails)).toEqual(['production/hello/one/failure'])
})
