import { afterEach, expect, it, vi } from 'vitest'
import { holdTabLock } from './tab-lock.ts'

/** A browser that frees a lock some time after it was let go, as Firefox does. */
function stubLocks({ freeAfter = 0 } = {}) {
  let holder: object | null = null
  const free = () => (holder = null)
  const request = async (
    _name: string,
    { ifAvailable, signal }: LockOptions,
    work: (lock: object | null) => Promise<void> | undefined,
  ) => {
    while (holder) {
      if (ifAvailable) return work(null)
      signal?.throwIfAborted()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    holder = {}
    await work(holder)
    setTimeout(free, freeAfter)
  }
  vi.stubGlobal('navigator', { locks: { request } })
  return { takeElsewhere: () => (holder = {}) }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

it('is refused when another tab holds it', async () => {
  const { takeElsewhere } = stubLocks()
  takeElsewhere()
  await expect(holdTabLock(false, () => undefined)).rejects.toMatchObject({
    failure: { code: 'open-elsewhere' },
  })
})

it('is held again by the tab that let it go, though the browser frees it late', async () => {
  stubLocks({ freeAfter: 60 })
  const first = await holdTabLock(false, () => undefined)
  first.release()
  await expect(holdTabLock(false, () => undefined)).resolves.toBeDefined()
})
