// What Next's handlers ask of the server around them (`@next/router-server-methods`): its config, and where errors and
// states go. `nextConfig` here wins over the built-in manifest, so a changed next.config needs no other kernel.
import type { NextConfig } from './config/kernel-config.ts'

export interface ServerMethods {
  readonly hostname: string
  /** Of the moment: next.config may change. */
  config(): NextConfig
  /** A Flight stream of errors for the page's overlay, whole. */
  sendErrors(flight: Uint8Array): void
}

const KEY = Symbol.for('@next/router-server-methods')

interface NodeFlow {
  on(event: 'data', listener: (chunk: Uint8Array) => void): void
  on(event: 'end', listener: () => void): void
}

export function installServerMethods({ hostname, config, sendErrors }: ServerMethods): void {
  const nothing = () => undefined
  const methods = {
    get nextConfig() {
      return config().values
    },
    hostname,
    isWrappedByNextServer: true,
    logErrorWithOriginalStack: (cause: unknown) => console.error(cause),
    getAssetPrefix: () => '',
    revalidate: () => Promise.resolve(),
    setCacheStatus: nothing,
    setIsrStatus: nothing,
    sendErrorsToBrowser(flow: NodeFlow) {
      const chunks: Uint8Array[] = []
      flow.on('data', (chunk) => chunks.push(chunk))
      flow.on('end', () => sendErrors(joinChunks(chunks)))
    },
  }
  Object.assign(globalThis, { [KEY]: { '': methods } })
}

function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0))
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}
