// The stand-in's processes: the commands of a container as children of this one, in a temporary folder. What a terminal does
// to them is done here: input comes back as an echo, and lines end as a terminal ends them.
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

export interface SpawnRequest {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

export type ProcessEvent =
  | { readonly process: number; readonly text: string }
  | { readonly process: number; readonly exit: number }

const PRELOAD = join(import.meta.dirname, 'ports.cjs')

/** What a container calls them, here. */
const COMMANDS: Readonly<Record<string, string>> = { node: process.execPath, jsh: 'sh' }

export interface Processes {
  spawn(request: SpawnRequest): number
  type(process: number, text: string): Promise<void>
  kill(process: number): void
  /** Ends the one whose command line holds this text, as a crash would. */
  killByText(text: string): void
  /** Command lines, in the order in which they were started. */
  started(): readonly string[]
  endAll(): void
}

export function createProcesses(
  folder: string,
  ports: string,
  onEvent: (event: ProcessEvent) => void,
): Processes {
  const running = new Map<number, { readonly child: ChildProcess; readonly line: string }>()
  const lines: string[] = []
  let last = 0
  const end = (id: number) => {
    const pid = running.get(id)?.child.pid
    if (pid === undefined) return
    try {
      // `next dev` has children of its own.
      process.kill(-pid, 'SIGKILL')
    } catch {
      // It ended by itself meanwhile, which is what was wanted.
    }
  }
  return {
    spawn({ command, args, env }) {
      const id = ++last
      const line = [command, ...args].join(' ')
      const nodeOptions = [env['NODE_OPTIONS'], `--require=${PRELOAD}`].filter(Boolean).join(' ')
      const child = spawn(COMMANDS[command] ?? command, [...args], {
        cwd: folder,
        detached: true,
        env: { ...inherited(), ...env, NODE_OPTIONS: nodeOptions, BOTH_ENDS_PORTS: ports },
      })
      running.set(id, { child, line })
      lines.push(line)
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8')
        stream.on('data', (text: string) =>
          onEvent({ process: id, text: text.replaceAll('\n', '\r\n') }),
        )
      }
      child.stdin.on('error', () => undefined) // Written to while it ended: its exit tells the rest.
      child.on('error', (cause) => onEvent({ process: id, text: cause.message }))
      child.on('close', (code) => {
        running.delete(id)
        onEvent({ process: id, exit: code ?? 137 })
      })
      return id
    },
    type(id, text) {
      const input = running.get(id)?.child.stdin
      if (!input?.writable) return Promise.resolve()
      // The Enter key of a terminal, which makes a line of it.
      const lines = text.replaceAll('\r', '\n')
      onEvent({ process: id, text: lines.replaceAll('\n', '\r\n') })
      return new Promise((resolve) => input.write(lines, () => resolve()))
    },
    kill: end,
    killByText(text) {
      for (const [id, { line }] of running) if (line.includes(text)) end(id)
    },
    started: () => lines,
    endAll() {
      for (const id of [...running.keys()]) end(id)
    },
  }
}

/** Not what the tests' own runner set: a container knows none of it. What a test adds lies on this machine. */
function inherited(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, npm_config_offline: 'true' }
}

/** Free ports of this machine for the container's. */
export async function mapPorts(seen: readonly number[]): Promise<string> {
  const servers = await Promise.all(
    seen.map(
      () =>
        new Promise<{ port: number; close(): Promise<void> }>((resolve) => {
          const server = createServer()
          server.listen(0, 'localhost', () => {
            const address = server.address()
            const port = typeof address === 'object' && address !== null ? address.port : 0
            resolve({ port, close: () => new Promise((done) => server.close(() => done())) })
          })
        }),
    ),
  )
  // Closed together: one closed early could be handed out twice.
  await Promise.all(servers.map(({ close }) => close()))
  return seen.map((port, index) => `${port}:${servers[index]?.port ?? 0}`).join(',')
}
