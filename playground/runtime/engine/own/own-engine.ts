// The own engine: Next in a worker of the preview origin beside the backend's. Runs on the site's page.
import { FRONTEND } from '../../wire/files.ts'
import type { KernelOffer, NoOffer } from '../../wire/message.ts'
import { openPort } from '../../wire/port.ts'
import { STAGE_NAMES } from '../../wire/stage.ts'
import type { Engine } from '../engine.ts'
import {
  ASSETS,
  BOOT_DEADLINE,
  filesBelow,
  FRONTEND_ENVIRONMENT,
  precompiledUrl,
  startPart,
} from '../parts/part-ports.ts'
import { PartedEngine } from '../parts/parted-engine.ts'
import type { KernelPlace, StartedKernel } from '../parts/started-kernel.ts'

export function createOwnEngine(): Engine {
  return new PartedEngine({ name: 'own', stages: STAGE_NAMES, startKernel: startWorker })
}

async function startWorker({ host }: KernelPlace): Promise<StartedKernel> {
  const port = openPort<KernelOffer, NoOffer>(await startPart(host, 'kernel'), {})
  return {
    port,
    async boot({ files, flavour, starter }, stages) {
      const boot = {
        flavour,
        assets: `${ASSETS}kernel/`,
        files: filesBelow(FRONTEND, files),
        precompiled: precompiledUrl(starter, flavour),
        environment: FRONTEND_ENVIRONMENT,
      }
      const options = { deadline: BOOT_DEADLINE, stage: 'next' }
      await stages.run('next', () => port.call('boot', boot, options))
    },
  }
}
