// Entry of the backend worker (a module worker of the preview origin): takes its ports and hands them on.
// Under the name SNAPSHOT_WORKER the same script takes a snapshot for the next visit and ends.
import type { ConnectMessage } from '../wire/message.ts'
import { createHttpAssets } from './assets.ts'
import { createBackend } from './backend.ts'
import { makeSnapshot } from './snapshot-maker.ts'
import { createOpfsStore } from './snapshot-store.ts'

const SNAPSHOT_WORKER = 'both-ends-snapshot'
/** Milliseconds after the app was loaded. The first pages are made by then; the snapshot takes a core for seconds. */
const SNAPSHOT_DELAY = 8000
// Chromium only: elsewhere it was never run.
const hasSnapshots = 'userAgentData' in navigator

interface SnapshotMessage {
  readonly type: 'make-snapshot'
  readonly assets: string
}

if (self.name === SNAPSHOT_WORKER) {
  self.addEventListener('message', async ({ data }: MessageEvent<SnapshotMessage>) => {
    try {
      await createOpfsStore().write(await makeSnapshot(createHttpAssets(data.assets)))
    } catch (cause) {
      // The next visit starts as this one did.
      console.debug('No snapshot of Python was kept.', cause)
    } finally {
      self.close()
    }
  })
} else {
  const backend = createBackend({
    openAssets: createHttpAssets,
    snapshots: hasSnapshots ? createOpfsStore() : null,
    onFreshStart: (assets) => {
      if (hasSnapshots) setTimeout(startSnapshotWorker, SNAPSHOT_DELAY, assets)
    },
  })
  self.addEventListener('message', ({ data }: MessageEvent<ConnectMessage>) => {
    if (data.type !== 'connect') return
    if (data.peer === 'site') backend.connectSite(data.port)
    if (data.peer === 'broker') backend.connectBroker(data.port)
  })
}

function startSnapshotWorker(assets: string): void {
  const worker = new Worker(self.location.href, { type: 'module', name: SNAPSHOT_WORKER })
  worker.postMessage({ type: 'make-snapshot', assets } satisfies SnapshotMessage)
}
