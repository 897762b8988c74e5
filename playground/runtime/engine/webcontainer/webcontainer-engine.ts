// The WebContainers engine: a real `next dev` in the vendor's container, everything else as in the own engine. The preview
// stays on our preview origin and the broker stays the network, so the wire, the jar and the checks are the same code
// (decisions/0011). Runs on the site's page, loaded when it is chosen.
import { CONTAINER_STAGE_NAMES } from '../../wire/stage.ts'
import type { Engine } from '../engine.ts'
import { PartedEngine } from '../parts/parted-engine.ts'
import { startContainerKernel } from './container-kernel.ts'
import { createContainerRoom } from './container-room.ts'

export function createWebContainerEngine(): Engine {
  const room = createContainerRoom()
  return new PartedEngine({
    name: 'webcontainer',
    stages: CONTAINER_STAGE_NAMES,
    startKernel: startContainerKernel(room),
    terminal: room.terminal,
    onStopped: room.close,
  })
}
