// Entry of the backend worker (a module worker of the preview origin): takes its ports and hands them on.
import type { ConnectMessage } from '../wire/message.ts'
import { createHttpAssets } from './assets.ts'
import { createBackend } from './backend.ts'

const backend = createBackend(createHttpAssets)

self.addEventListener('message', ({ data }: MessageEvent<ConnectMessage>) => {
  if (data.type !== 'connect') return
  if (data.peer === 'site') backend.connectSite(data.port)
  if (data.peer === 'broker') backend.connectBroker(data.port)
})
