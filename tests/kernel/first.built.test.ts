import { test } from 'vitest'
import { openKernel } from './harness/open-kernel.ts'
import { conventions } from './fixtures/conventions.ts'

test('scratch', async () => {
  const kernel = await openKernel()
  const strip = (t: string) => t.replace(/<script[\s\S]*?<\/script>/g, '').replace(/_next\/static\/kernel[^"]*/g, 'K')
  try {
    await kernel.boot((process.env.FLAVOUR ?? 'development') as 'development', conventions)
    for (const p of (process.env.PATHS ?? '/').split(' ')) {
      const r = await kernel.request(p)
      console.log(p, r.status, r.ms, strip(r.text).slice(0, 3000))
    }
  } finally {
    console.log((await kernel.logs().catch(() => [])).map(l => l.slice(0, 1500)).join('\n'))
    await kernel.close()
  }
})
