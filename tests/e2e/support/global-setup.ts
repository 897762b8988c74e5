// Serves what was built while the tests run. When both origins answer already (npm start in another terminal), those
// are used.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../tools/build/build-if-changed.mjs'
import { portsFrom, startServers } from '../../../tools/serve/serve.mjs'
import { SERVER_NAME } from '../../../tools/serve/static-server.mjs'
import { startMeter } from './meter.ts'

async function isOurs(origin: string): Promise<boolean> {
  try {
    const { headers } = await fetch(origin, { method: 'HEAD', signal: AbortSignal.timeout(2000) })
    return headers.get('server') === SERVER_NAME
  } catch {
    return false // nobody listens there: we will
  }
}

export default async function globalSetup(): Promise<() => Promise<void>> {
  const { sitePort, previewPort } = portsFrom()
  const origins = [`http://127.0.0.1:${sitePort}`, `http://127.0.0.1:${previewPort}`]
  const nothing = () => Promise.resolve()
  // Its tests cut the network: they hold the servers themselves.
  if (process.argv.includes('--project=offline')) return nothing
  // `--list` needs no build; a test without one fails on its first page.
  if (!existsSync(join(ROOT, 'build', 'site')) || !existsSync(join(ROOT, 'build', 'preview')))
    return nothing
  if ((await Promise.all(origins.map(isOurs))).every(Boolean)) return nothing
  const meter = await startMeter()
  const { stop } = await startServers({ onSent: meter.onSent })
  return async () => {
    await Promise.all([stop(), meter.stop()])
  }
}
