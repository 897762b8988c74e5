// The terminal's text and its shell. Runs on the site's page; ui/terminal draws it. The shell is a process of its own,
// started when the pane is first opened; what Next and npm print is shown above it.
import type { WebContainerProcess } from '@webcontainer/api'
import type { EngineTerminal } from '../engine.ts'
import type { Container } from './open-container.ts'

export interface OwnedTerminal extends EngineTerminal {
  print(text: string): void
  clear(): void
}

/** Characters kept for a pane that is opened later. */
const KEPT = 200_000

export function createTerminal(openContainer: () => Promise<Container>): OwnedTerminal {
  const listeners = new Set<(text: string) => void>()
  let kept = ''
  let shell: Promise<{
    process: WebContainerProcess
    input: WritableStreamDefaultWriter<string>
  }> | null = null

  const print = (text: string) => {
    kept = (kept + text).slice(-KEPT)
    for (const listener of listeners) listener(text)
  }
  const startShell = async (size: { cols: number; rows: number }) => {
    const container = await openContainer()
    const process = await container.spawn('jsh', { terminal: size })
    void process.output.pipeTo(new WritableStream({ write: print })).catch(() => undefined)
    void process.exit.then(() => {
      shell = null
    })
    return { process, input: process.input.getWriter() }
  }
  const forget = () => {
    shell = null
  }
  return {
    print,
    clear() {
      kept = ''
      shell = null
    },
    onOutput(listener) {
      if (kept !== '') listener(kept)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open(size) {
      shell ??= startShell(size)
      shell.catch(forget)
    },
    async type(text) {
      await (await shell)?.input.write(text)
    },
    resize(size) {
      void shell?.then(({ process }) => process.resize(size), forget)
    },
  }
}
