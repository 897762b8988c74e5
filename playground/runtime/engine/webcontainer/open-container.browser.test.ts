// In a browser, on a page that is not isolated: as on a host that does not send the headers.
import { expect, test } from 'vitest'
import { bootContainer, unpack } from './open-container.ts'

test('a page that is not isolated is told so before anybody else is asked', async () => {
  expect(window.crossOriginIsolated).toBe(false)
  const failure = {
    code: 'engine-unavailable',
    message: expect.stringContaining('WebContainers need memory that scripts share'),
    next: 'Use the own engine: it runs in every browser that Both Ends supports.',
  }
  await expect(bootContainer()).rejects.toMatchObject({ failure })
})

test('the packed snapshot is a list of files and their bytes, one after the other', () => {
  const list = new TextEncoder().encode('[{"path":"a/b.js","size":2},{"path":"c","size":1}]')
  const packed = new Uint8Array([0, 0, 0, list.byteLength, ...list, 1, 2, 3])
  expect(unpack(packed)).toEqual({ 'a/b.js': new Uint8Array([1, 2]), c: new Uint8Array([3]) })
})
