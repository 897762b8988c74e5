// A backend with both of its ports in this thread, as the site and the broker hold them. For tests, in Node and browsers.
import { createBackend } from '../backend.ts'
import type { AssetSource } from '../assets.ts'
import type { SnapshotStore } from '../snapshot-store.ts'
import type { BackendEvents, BackendOffer, NoOffer, SqlHopMessage } from '../../wire/message.ts'
import { openPort, type Port } from '../../wire/port.ts'
import { askOver, createWireRequest, readBody, type WireRequest } from '../../wire/request-port.ts'
import type { Files } from '../../wire/files.ts'

export interface TextAnswer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly text: string
}

export interface ConnectedBackend {
  readonly site: Port<BackendOffer, NoOffer>
  readonly consoleLines: BackendEvents['console'][]
  readonly sqlHops: SqlHopMessage[]
  errors(): BackendEvents['errors']
  ask(path: string, fields?: Partial<WireRequest>): ReturnType<typeof askOver>
  text(path: string, fields?: Partial<WireRequest>): Promise<TextAnswer>
  /** Writes files and answers with the errors' messages. */
  write(changes: Files): Promise<readonly string[]>
  close(): void
}

const OPTIONS = { deadline: 60_000, stage: 'test' }

export function connectBackend(
  openAssets: (base: string) => AssetSource,
  turnLimit: number,
  snapshots: SnapshotStore | null = null,
): ConnectedBackend {
  const backend = createBackend({ openAssets, snapshots, turnLimit })
  const toSite = new MessageChannel()
  const toBroker = new MessageChannel()
  backend.connectSite(toSite.port1)
  backend.connectBroker(toBroker.port1)
  const site = openPort<BackendOffer, NoOffer>(toSite.port2, {})
  const consoleLines: BackendEvents['console'][] = []
  const sqlHops: SqlHopMessage[] = []
  let errors: BackendEvents['errors'] = []
  site.on('console', (line) => consoleLines.push(line))
  site.on('errors', (now) => (errors = now))
  toBroker.port2.onmessage = ({ data }: MessageEvent<SqlHopMessage>) => void sqlHops.push(data)
  const ask: ConnectedBackend['ask'] = (path, fields = {}) =>
    askOver(
      toBroker.port2,
      createWireRequest({ method: 'GET', url: `http://localhost:8000${path}`, ...fields }),
    )
  return {
    site,
    consoleLines,
    sqlHops,
    errors: () => errors,
    ask,
    async text(path, fields) {
      const { status, headers, body } = await ask(path, fields)
      return { status, headers, text: new TextDecoder().decode(await readBody(body)) }
    },
    async write(changes) {
      const report = await site.call('write', { changes }, OPTIONS)
      return report.errors.map(({ message }) => message)
    },
    close() {
      site.close()
      for (const port of [toSite.port1, toBroker.port1, toBroker.port2]) port.close()
    },
  }
}
