// The site's ports to the broker and the backend, and starting each of them. Runs on the page.
import { BACKEND, changesBelow, FRONTEND, type FileChanges, type Files } from '../../wire/files.ts'
import {
  FASTAPI_ORIGIN,
  HOST_PREFIX,
  type BackendOffer,
  type BrokerOffer,
  type Flavour,
  type HostOffer,
  type NoOffer,
  type Part,
  type StageTimings,
  type WriteReport,
} from '../../wire/message.ts'
import { createFailure, type Failure } from '../../wire/failure.ts'
import { PREVIEW_ORIGIN } from '../../wire/origins.ts'
import { openPort, type Port } from '../../wire/port.ts'

export const ASSETS = PREVIEW_ORIGIN + HOST_PREFIX

/** What the learner's processes find in their environment; a workspace's `.env` files come under it. */
export const FRONTEND_ENVIRONMENT = { API_URL: FASTAPI_ORIGIN }
const BACKEND_ENVIRONMENT = { DATABASE_URL: 'sqlite:////workspace/database.sqlite' }

const START_DEADLINE = 20_000
/** Stages have deadlines of their own (stage-board.ts); this one only bounds a lost answer. */
export const BOOT_DEADLINE = 200_000

export type BrokerPort = Port<BrokerOffer, NoOffer>
export type BackendPort = Port<BackendOffer, NoOffer>

/** A started broker, and the raw port below its calls: app requests of the automation are opened on it. */
export interface BrokerEnd {
  readonly port: BrokerPort
  readonly raw: MessagePort
}

export interface StartedBackend {
  readonly port: BackendPort
  boot(
    files: Files,
    database: Uint8Array | null,
  ): Promise<WriteReport & { readonly timings: StageTimings }>
}

export async function startPart(host: Port<HostOffer, NoOffer>, part: Part): Promise<MessagePort> {
  const { port } = await host.call('start', { part }, { deadline: START_DEADLINE, stage: 'host' })
  return port
}

export async function startBroker(host: Port<HostOffer, NoOffer>): Promise<BrokerEnd> {
  const raw = await startPart(host, 'broker')
  return { raw, port: openPort<BrokerOffer, NoOffer>(raw, {}) }
}

export async function startBackend(host: Port<HostOffer, NoOffer>): Promise<StartedBackend> {
  const port = openPort<BackendOffer, NoOffer>(await startPart(host, 'backend'), {})
  return {
    port,
    boot: (files, database) =>
      port.call(
        'boot',
        {
          assets: `${ASSETS}python/`,
          files: filesBelow(BACKEND, files),
          environment: BACKEND_ENVIRONMENT,
          ...(database && { database }),
        },
        { deadline: BOOT_DEADLINE, stage: 'python' },
      ),
  }
}

export function precompiledUrl(starter: string | null, flavour: Flavour): string | null {
  return starter === null ? null : `${ASSETS}starters/${starter}.${flavour}.json`
}

/** Files of one end, paths below its folder. */
export function filesBelow(folder: string, files: Files): Files {
  const below: Record<string, string | Uint8Array> = {}
  for (const [path, content] of Object.entries(files)) {
    if (path.startsWith(folder)) below[path.slice(folder.length)] = content
  }
  return below
}

/** The changes of each end, or null when it has none. */
export function splitChanges(changes: FileChanges): {
  frontend: FileChanges | null
  backend: FileChanges | null
} {
  const some = (part: FileChanges) => (Object.keys(part).length > 0 ? part : null)
  return {
    frontend: some(changesBelow(FRONTEND, changes)),
    backend: some(changesBelow(BACKEND, changes)),
  }
}

export function stoppedFailure(part: string): Failure {
  return createFailure(part, 'stopped', `The ${part} was stopped.`)
}
