// Opens a session and shows the workbench over it. Which session is given: the product's (Playground.tsx), or one with
// the fake engine (testing/harness.tsx).
import { startTransition, useEffect, useState, type ReactNode } from 'react'
import { toFailure, type Failure } from '../runtime/wire/failure.ts'
import type { PlaygroundSession } from '../session/session.ts'
import { copy } from './copy.ts'
import { Button } from './controls/Button.tsx'
import { firstFile } from './layout/use-follow-files.ts'
import { Workbench } from './layout/Workbench.tsx'
import { SessionProvider } from './store/session-context.tsx'
import { createViewStore, type ViewStore } from './store/view-store.ts'
import { createWireStore, type WireStore } from './store/wire-store.ts'
import { joinClasses } from './controls/join-classes.ts'
import layout from './layout/layout.module.css'
import tokens from './tokens.module.css'

export interface PlaygroundFrameProps {
  /** Called once. */
  readonly openSession: () => Promise<PlaygroundSession>
  /** What the site adds to the bar: its colour-scheme switch. */
  readonly trailing?: ReactNode
}

type Opening =
  | { readonly type: 'opening' }
  | {
      readonly type: 'open'
      readonly session: PlaygroundSession
      readonly view: ViewStore
      readonly wire: WireStore
    }
  | { readonly type: 'failed'; readonly failure: Failure }

export function PlaygroundFrame({ openSession, trailing = null }: PlaygroundFrameProps) {
  const opening = useOpening(openSession)
  if (opening.type === 'opening') return <OpeningScreen>{copy.common.opening}</OpeningScreen>
  if (opening.type === 'failed') return <OpeningFailed failure={opening.failure} />
  const { session, view, wire } = opening
  return (
    <SessionProvider session={session} view={view} wire={wire}>
      <Workbench trailing={trailing} />
    </SessionProvider>
  )
}

function useOpening(openSession: () => Promise<PlaygroundSession>): Opening {
  const [opening, setOpening] = useState<Opening>({ type: 'opening' })
  useEffect(() => {
    let gone = false
    let opened: PlaygroundSession | null = null
    openSession().then(
      (session) => {
        if (gone) return void session.close()
        opened = session
        const { starter, files } = session.workspace.get()
        const view = createViewStore(firstFile(starter, files))
        // In pieces, so that the page answers while the workbench is made.
        startTransition(() => setOpening({ type: 'open', session, view, wire: createWireStore() }))
      },
      (cause: unknown) =>
        !gone && setOpening({ type: 'failed', failure: toFailure('open', cause) }),
    )
    return () => {
      gone = true
      void opened?.close()
    }
  }, [openSession])
  return opening
}

function OpeningScreen({ children }: { readonly children: ReactNode }) {
  return (
    <main className={joinClasses(tokens.tokens, layout.opening)} role="status">
      {children}
    </main>
  )
}

function OpeningFailed({ failure }: { readonly failure: Failure }) {
  return (
    <main className={joinClasses(tokens.tokens, layout.opening)} role="alert">
      <p>{copy.common.openFailed}</p>
      <p>
        {failure.message} {failure.next}
      </p>
      <Button onClick={() => window.location.reload()}>{copy.bar.retry}</Button>
    </main>
  )
}
