import { describe, expect, it, vi } from 'vitest'
import { findVersion } from './find-owner.ts'

type Clients = Parameters<typeof findVersion>[0]

const ORIGIN = 'http://127.0.0.1:3001'
const FILE = `${ORIGIN}/__host__/python/all-1.zip`
const HOST = { url: `${ORIGIN}/__host__/host.html?v=host` }
const APP = { url: `${ORIGIN}/people?v=7` }

function clientsWith(asking: unknown): Clients {
  return {
    get: async () => asking,
    matchAll: async () => [HOST],
  } as unknown as Clients
}

/** A client whose thread waits for the answer does not say who it is (Firefox). */
const silent = {
  get: () => new Promise(() => undefined),
  matchAll: () => new Promise(() => undefined),
} as unknown as Clients

describe('the version whose files a request gets', () => {
  it('is that of its own address', async () => {
    const request = { url: `${FILE}?v=asked`, referrer: `${ORIGIN}/__host__/a.worker.js?v=old` }
    expect(await findVersion(silent, { clientId: 'a', request })).toBe('asked')
  })

  it('is that of the worker that asks, without asking the worker', async () => {
    const request = { url: FILE, referrer: `${ORIGIN}/__host__/backend.worker.js?v=old` }
    expect(await findVersion(silent, { clientId: 'a', request })).toBe('old')
  })

  it('is not what the app’s own address says, but that of the page that owns it', async () => {
    const request = { url: FILE, referrer: APP.url }
    expect(await findVersion(clientsWith(APP), { clientId: 'a', request })).toBe('host')
  })

  it('is unknown when nobody says so in time', async () => {
    vi.useFakeTimers()
    const request = { url: FILE, referrer: '' }
    const found = findVersion(silent, { clientId: 'a', request })
    await vi.advanceTimersByTimeAsync(500)
    expect(await found).toBeNull()
    vi.useRealTimers()
  })
})
