// Between the stage and its notes window: a BroadcastChannel of their own. The stage tells its state, the notes send
// commands; whoever comes later asks. Both are top-level windows of the site's origin. Runs on the site's page.
import * as v from 'valibot'
import { StageState } from './stage-state.ts'

const Command = v.variant('do', [
  v.object({ do: v.literal('move'), by: v.picklist([1, -1]) }),
  v.object({ do: v.literal('goTo'), beat: v.number() }),
  v.object({ do: v.picklist(['reset', 'blank', 'step', 'timer']) }),
])

export type Command = v.InferOutput<typeof Command>

const Message = v.variant('type', [
  v.object({ type: v.literal('hello') }),
  v.object({ type: v.literal('state'), state: StageState }),
  v.object({ type: v.literal('command'), command: Command }),
  v.object({ type: v.literal('bye') }),
])

type Message = v.InferOutput<typeof Message>

interface Hearing {
  readonly onHello?: () => void
  readonly onState?: (state: StageState) => void
  readonly onCommand?: (command: Command) => void
  /** The stage has gone. */
  readonly onBye?: () => void
}

export interface NotesChannel {
  send(message: Message): void
  close(): void
}

/** `id` is the stage's: two talks at once do not hear each other. */
export function openNotesChannel(id: string, hearing: Hearing): NotesChannel {
  const channel = new BroadcastChannel(`both-ends.present.${id}`)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(Message, data)
    if (!parsed.success) return // A tab of another version of the site.
    const message = parsed.output
    if (message.type === 'hello') hearing.onHello?.()
    else if (message.type === 'state') hearing.onState?.(message.state)
    else if (message.type === 'command') hearing.onCommand?.(message.command)
    else hearing.onBye?.()
  }
  return {
    send: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}
