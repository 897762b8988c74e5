// Gives the panes the session and the view store, and reads both into React.
import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { PlaygroundSession, SessionStatus } from '../../session/session.ts'
import type { Readable } from '../../runtime/workspace/readable.ts'
import type { WorkspaceState } from '../../runtime/workspace/workspace.ts'
import type { ViewState, ViewStore } from './view-store.ts'
import type { WireState, WireStore } from './wire-store.ts'

interface Held {
  readonly session: PlaygroundSession
  readonly view: ViewStore
  readonly wire: WireStore
}

const HeldContext = createContext<Held | null>(null)

export function SessionProvider({
  session,
  view,
  wire,
  children,
}: Held & { readonly children: ReactNode }) {
  const held = useMemo(() => ({ session, view, wire }), [session, view, wire])
  return <HeldContext value={held}>{children}</HeldContext>
}

function useHeld(): Held {
  const held = useContext(HeldContext)
  if (!held) throw new Error('A pane is outside SessionProvider.')
  return held
}

export function useSession(): PlaygroundSession {
  return useHeld().session
}

export function useViewStore(): ViewStore {
  return useHeld().view
}

export function useView<Value>(select: (state: ViewState) => Value): Value {
  return useStore(useHeld().view, select)
}

export function useWireStore(): WireStore {
  return useHeld().wire
}

export function useWire<Value>(select: (state: WireState) => Value): Value {
  return useStore(useHeld().wire, select)
}

export function useReadable<Value>(readable: Readable<Value>): Value {
  return useSyncExternalStore(readable.subscribe, readable.get, readable.get)
}

/** One field of it: the stages of a start change often, and only who shows them is drawn anew. */
export function useStatus<Field extends keyof SessionStatus>(field: Field): SessionStatus[Field] {
  const { status } = useSession()
  const read = () => status.get()[field]
  return useSyncExternalStore(status.subscribe, read, read)
}

/**
 * A part of the workspace: every key changes it, and only who shows what changed is drawn anew. `select` answers with the
 * same object, or an equal value, until then.
 */
export function useWorkspace<Value>(select: (state: WorkspaceState) => Value): Value {
  const { workspace } = useSession()
  const read = () => select(workspace.get())
  return useSyncExternalStore(workspace.subscribe, read, read)
}

/** Of all files: the same array until one comes, goes or is renamed. */
export function usePaths(): readonly string[] {
  const joined = useWorkspace(({ files }) => Object.keys(files).join('\n'))
  return useMemo(() => (joined === '' ? [] : joined.split('\n')), [joined])
}
