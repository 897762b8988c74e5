// The one container of a page: booted once, with the packages in it, and kept while its processes come and go. Runs on
// the site's page. Also the terminal's text: what every process in it printed.
import type { WebContainerProcess } from '@webcontainer/api'
import type { StageBoard } from '../parts/stage-board.ts'
import type { Files } from '../../wire/files.ts'
import { bootContainer, mountPackages, type Container, type Snapshot } from './open-container.ts'
import { createTerminal, type OwnedTerminal } from './terminal.ts'

export interface OpenRoom {
  readonly container: Container
  readonly snapshot: Snapshot
  /** What of the learner's files is in it. */
  written: Files
  /** Processes that were ended and may not be gone yet. */
  leaving: Promise<unknown>
}

export interface ContainerRoom {
  readonly terminal: OwnedTerminal
  open(stages: StageBoard): Promise<OpenRoom>
  close(): void
}

export function createContainerRoom(): ContainerRoom {
  let opening: Promise<OpenRoom> | null = null
  let turn = 0
  const terminal = createTerminal(async () => {
    const room = await opening
    if (!room) throw new Error('The container is not running.')
    return room.container
  })
  const openOnce = async (stages: StageBoard): Promise<OpenRoom> => {
    const mine = turn
    const container = await stages.run('container', async () => {
      const booted = await bootContainer()
      // Stopped meanwhile: only one may exist at a time, so this one must go.
      if (mine !== turn) booted.teardown()
      return booted
    })
    const detail = (text: string) => stages.detail('packages', text)
    const snapshot = await stages.run('packages', () => mountPackages(container, detail))
    return { container, snapshot, written: {}, leaving: Promise.resolve() }
  }
  return {
    terminal,
    open(stages) {
      if (opening) return opening
      const mine = openOnce(stages)
      opening = mine
      mine.catch(() => {
        if (opening === mine) opening = null
      })
      return mine
    },
    close() {
      turn += 1
      const closing = opening
      opening = null
      terminal.clear()
      closing?.then(
        ({ container }) => container.teardown(),
        () => undefined, // It never opened.
      )
    },
  }
}

/** Reads a process's output until it ends; a killed process ends its stream, or breaks it. */
export function readOutput(process: WebContainerProcess, onText: (text: string) => void): void {
  const reader = process.output.getReader()
  const readNext = (): Promise<void> =>
    reader.read().then(({ done, value }) => {
      if (done) return
      onText(value)
      return readNext()
    })
  readNext().catch(() => undefined) // What it printed before has been read; its exit tells the rest.
}
