import { test } from 'vitest'
import { openKernel } from './harness/open-kernel.ts'
import { conventions } from './fixtures/conventions.ts'
test('t', async () => {
  for (const flavour of ['development', 'production'] as const) {
    for (let i = 0; i < 2; i++) {
      const kernel = await openKernel()
      const t = Date.now(); console.log(flavour, JSON.stringify(await kernel.boot(flavour, conventions)), Date.now() - t)
      for (let j = 0; j < 3; j++) { const t1 = Date.now(); await kernel.request('/'); console.log('first html', Date.now() - t1) }
      await kernel.close()
    }
  }
}, 90000)
