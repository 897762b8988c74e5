// A server of the real side: its process, and what it said when it did not start.
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

const START_MS = 120_000

export interface ServerProcess {
  /** Resolves when `url` answers with anything. */
  answers(url: string): Promise<void>
  stop(): Promise<void>
}

export function startServer(
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): ServerProcess {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4000)
    })
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  return {
    async answers(url) {
      const deadline = Date.now() + START_MS
      while (Date.now() < deadline) {
        if (child.exitCode !== null) throw new Error(`${command} ended at once:\n${said}`)
        const isUp = await fetch(url).then(
          () => true,
          () => false,
        )
        if (isUp) return
        await sleep(100)
      }
      throw new Error(`${url} did not answer within ${START_MS} ms:\n${said}`)
    },
    async stop() {
      child.kill()
      await Promise.race([ended, sleep(5000).then(() => child.kill('SIGKILL'))])
    },
  }
}
