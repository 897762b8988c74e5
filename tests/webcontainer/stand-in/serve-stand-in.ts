// Puts the stand-in where a page looks for the vendor: its package, and its host.
import type { BrowserContext } from '@playwright/test'
import { build } from 'esbuild'
import { join } from 'node:path'

export const VENDOR_HOST = 'stackblitz.com'

async function bundleStandIn(origin: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'web-container.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    define: { STAND_IN_ORIGIN: JSON.stringify(origin) },
  })
  return outputFiles[0]?.text ?? ''
}

/**
 * For one boot. While anything is intercepted every request of the context goes through the test's process, and mounting
 * is one of 128 MB.
 */
export async function serveStandIn(context: BrowserContext, origin: string): Promise<void> {
  const body = await bundleStandIn(origin)
  const once = { times: 1 }
  const headers = { 'content-type': 'text/javascript' }
  await context.route('**/webcontainer/api.js', (route) => route.fulfill({ body, headers }), once)
  // Only asked whether it is there.
  await context.route(`https://${VENDOR_HOST}/**`, (route) => route.fulfill({ body: '' }), once)
}

export async function refuseVendor(context: BrowserContext): Promise<void> {
  await context.route(`https://${VENDOR_HOST}/**`, (route) => route.abort('connectionrefused'))
}
