// Presenter mode, mounted by the site over a lesson or a talk with `?present`: the stage, the page that gets it ready, the
// notes window, or on a narrow screen the beats as a list. Its files load with it alone.
import { useEffect, useState } from 'react'
import { toFailure, type Failure } from '../../runtime/wire/failure.ts'
import { SessionProvider } from '../store/session-context.tsx'
import { createViewStore, type ViewStore } from '../store/view-store.ts'
import { createWireStore, type WireStore } from '../store/wire-store.ts'
import { BeatList } from './BeatList.tsx'
import { GetReady } from './GetReady.tsx'
import { NotesWindow } from './NotesWindow.tsx'
import { openStage, type OpenStage } from './open-stage.ts'
import { readPresentAddress, stageSearch, type PresentAddress } from './present-address.ts'
import { presentCopy } from './present-copy.ts'
import { Opening, OpeningFailed } from './Screens.tsx'
import { StageProvider } from './stage-context.tsx'
import { Stage } from './stage/Stage.tsx'

export interface PresenterProps {
  /** Of a kit of content/present, or of a lesson. */
  readonly slug: string
}

export function Presenter({ slug }: PresenterProps) {
  const [address] = useState(() => readPresentAddress(window.location.search))
  // Once: a stage that is made narrow later keeps its app.
  const [isNarrow] = useState(() => window.matchMedia('(max-width: 767px)').matches)
  if (address.stage !== null) return <NotesWindow slug={slug} stage={address.stage} />
  if (isNarrow && !address.isEmbedded) return <BeatList slug={slug} />
  return <OpenedStage slug={slug} address={address} />
}

interface Opened extends OpenStage {
  readonly view: ViewStore
  readonly wire: WireStore
}

function OpenedStage({ slug, address }: PresenterProps & { readonly address: PresentAddress }) {
  const { opened, failure } = useOpening(slug, address.beat)
  const [isReady, setReady] = useState(address.mode === 'stage')
  if (failure) return <OpeningFailed failure={failure} />
  if (!opened) return <Opening>{presentCopy.opening}</Opening>
  const { session, run, view, wire } = opened
  const present = () => {
    window.history.replaceState(null, '', stageSearch(0, false))
    setReady(true)
  }
  return (
    <SessionProvider session={session} view={view} wire={wire}>
      <StageProvider run={run} isEmbedded={address.isEmbedded}>
        {isReady ? <Stage /> : <GetReady onPresent={present} />}
      </StageProvider>
    </SessionProvider>
  )
}

function useOpening(slug: string, first: number) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let gone = false
    let close = () => {}
    openStage(slug, first).then(
      ({ session, run }) => {
        close = () => void session.close()
        if (gone) return close()
        const view = createViewStore(run.starter().open)
        const wire = createWireStore({ canShowSecrets: false })
        setOpened({ session, run, view, wire })
      },
      (cause: unknown) => !gone && setFailure(toFailure('talk', cause)),
    )
    return () => {
      gone = true
      close()
    }
  }, [slug, first])
  return { opened, failure }
}
