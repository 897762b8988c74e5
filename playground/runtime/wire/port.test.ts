import { afterEach, describe, expect, test } from 'vitest'
import { createFailure, FailureError } from './failure.ts'
import type { NoOffer } from './message.ts'
import { openPort, Transferred, type Answers, type Port } from './port.ts'

interface TestOffer {
  readonly calls: {
    add(argument: { a: number; b: number }): number
    slow(argument: null): null
    fail(argument: { how: 'failure' | 'error' | 'text' }): null
    give(argument: null): { port: MessagePort }
    uncloneable(argument: null): unknown
  }
  readonly events: { tick: number; other: string }
}

const failure = createFailure('kitchen', 'out-of-memory', 'The pot is full.')
const answers: Answers<TestOffer['calls']> = {
  add: ({ a, b }) => a + b,
  slow: () => new Promise(() => undefined),
  fail: ({ how }) => {
    if (how === 'failure') throw new FailureError(failure)
    throw how === 'error' ? new Error('plain') : 'text'
  },
  give: () => {
    const { port1, port2 } = new MessageChannel()
    port2.postMessage('hello')
    return new Transferred({ port: port1 }, [port1])
  },
  uncloneable: () => () => undefined,
}

const options = { deadline: 2000, stage: 'test' }
const opened: Port<never, never>[] = []

function openPair() {
  const { port1, port2 } = new MessageChannel()
  const server = openPort<NoOffer, TestOffer>(port2, answers)
  const client = openPort<TestOffer, NoOffer>(port1, {})
  opened.push(server as never, client as never)
  return { server, client, port1, port2 }
}

afterEach(() => {
  for (const port of opened.splice(0)) port.close()
})

describe('a call', () => {
  test('is answered with the value', async () => {
    const { client } = openPair()
    expect(await client.call('add', { a: 1, b: 2 }, options)).toBe(3)
  })

  test('many at once keep their own answers', async () => {
    const { client } = openPair()
    const calls = Array.from({ length: 50 }, (_, a) => client.call('add', { a, b: 1 }, options))
    expect(await Promise.all(calls)).toEqual(Array.from({ length: 50 }, (_, a) => a + 1))
  })

  test('a failure crosses whole', async () => {
    const { client } = openPair()
    const call = client.call('fail', { how: 'failure' }, options)
    await expect(call).rejects.toMatchObject({ failure })
  })

  test.each(['error', 'text'] as const)('a thrown %s becomes a failure', async (how) => {
    const { client } = openPair()
    const call = client.call('fail', { how }, options)
    await expect(call).rejects.toMatchObject({ failure: { code: 'internal', stage: 'fail' } })
  })

  test('may give things away', async () => {
    const { client } = openPair()
    const { port } = await client.call('give', null, options)
    const text = await new Promise((resolve) => (port.onmessage = ({ data }) => resolve(data)))
    expect(text).toBe('hello')
    port.close()
  })

  test('an answer that cannot be cloned is a failure, not silence', async () => {
    const { client } = openPair()
    await expect(client.call('uncloneable', null, options)).rejects.toBeInstanceOf(FailureError)
  })

  test('an argument that cannot be cloned rejects at once and leaves no timer', async () => {
    const { client } = openPair()
    const argument = { a: (() => 1) as unknown as number, b: 2 }
    await expect(client.call('add', argument, options)).rejects.toMatchObject({
      failure: { code: 'bad-input' },
    })
  })

  test('rejects after its deadline and names the stage', async () => {
    const { client } = openPair()
    const call = client.call('slow', null, { deadline: 20, stage: 'fastapi' })
    await expect(call).rejects.toMatchObject({ failure: { code: 'deadline', stage: 'fastapi' } })
  })

  test.each([Infinity, 2 ** 40])('a deadline of %s ms does not fire at once', async (deadline) => {
    const { client } = openPair()
    expect(await client.call('add', { a: 1, b: 1 }, { deadline, stage: 'test' })).toBe(2)
  })

  test('that nobody offers is bad input', async () => {
    const { port1, port2 } = new MessageChannel()
    opened.push(openPort(port2, {}) as never)
    const client = openPort<TestOffer, NoOffer>(port1, {})
    opened.push(client as never)
    const call = client.call('add', { a: 1, b: 2 }, options)
    await expect(call).rejects.toMatchObject({ failure: { code: 'bad-input' } })
  })
})

describe('an event', () => {
  test('reaches every listener of its name, and none after it was taken off', async () => {
    const { server, client } = openPair()
    const seen: unknown[] = []
    const stop = client.on('tick', (value) => seen.push(['first', value]))
    client.on('tick', (value) => seen.push(['second', value]))
    client.on('other', (value) => seen.push(value))
    server.emit('tick', 1)
    await client.call('add', { a: 1, b: 1 }, options)
    stop()
    server.emit('tick', 2)
    await client.call('add', { a: 1, b: 1 }, options)
    expect(seen).toEqual([
      ['first', 1],
      ['second', 1],
      ['second', 2],
    ])
  })
})

describe('a port', () => {
  test('leaves other messages on the endpoint alone', async () => {
    const { client, port2 } = openPair()
    for (const message of [
      null,
      undefined,
      'text',
      7,
      {},
      { type: 'request' },
      { type: 'answer', id: 99 },
    ]) {
      port2.postMessage(message)
    }
    expect(await client.call('add', { a: 2, b: 2 }, options)).toBe(4)
  })

  test('that is closed rejects what is under way and what comes', async () => {
    const { client } = openPair()
    const call = client.call('slow', null, options)
    client.close(failure)
    await expect(call).rejects.toMatchObject({ failure })
    await expect(client.call('add', { a: 1, b: 1 }, options)).rejects.toMatchObject({ failure })
    client.emit('never' as never, null as never)
    client.close()
  })
})
