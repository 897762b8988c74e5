// A lesson, mounted by the site over its prose: opens it and shows the workbench around the text. While it opens, and
// when it does not, the text is there to be read.
import { startTransition, useEffect, useState, type ReactNode } from 'react'
import { toFailure, type Failure } from '../../runtime/wire/failure.ts'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { joinClasses } from '../controls/join-classes.ts'
import { firstFile } from '../layout/use-follow-files.ts'
import { SessionProvider } from '../store/session-context.tsx'
import { createViewStore, type ViewStore } from '../store/view-store.ts'
import { createWireStore, type WireStore } from '../store/wire-store.ts'
import { LessonProvider } from './lesson-context.tsx'
import { LessonWorkbench } from './LessonWorkbench.tsx'
import { openLesson, type OpenLesson } from './open-lesson.ts'
import tokens from '../tokens.module.css'
import styles from './lesson.module.css'

export interface ShownStep {
  readonly id: string
  readonly isLast: boolean
}

export interface LessonProps {
  readonly slug: string
  /** What the site adds to the bar: its colour-scheme switch. */
  readonly trailing?: ReactNode
  /** The step that the prose is to show. */
  readonly onStep: (step: ShownStep) => void
  /** The prose of all steps. */
  readonly children: ReactNode
}

interface Opened extends OpenLesson {
  readonly view: ViewStore
  readonly wire: WireStore
}

type Opening = { readonly opened: Opened | null; readonly failure: Failure | null }

export function Lesson({ slug, trailing = null, onStep, children }: LessonProps) {
  const { opened, failure } = useOpening(slug)
  if (failure) return <OpeningFailed failure={failure}>{children}</OpeningFailed>
  if (!opened) return children
  const { session, run, view, wire } = opened
  return (
    <SessionProvider session={session} view={view} wire={wire}>
      <LessonProvider run={run}>
        <LessonWorkbench trailing={trailing} onStep={onStep}>
          {children}
        </LessonWorkbench>
      </LessonProvider>
    </SessionProvider>
  )
}

function useOpening(slug: string): Opening {
  const [opening, setOpening] = useState<Opening>({ opened: null, failure: null })
  useEffect(() => {
    let gone = false
    let close = () => {}
    openLesson(slug).then(
      ({ session, run }) => {
        close = () => {
          run.close()
          void session.close()
        }
        if (gone) return close()
        const { starter, files } = session.workspace.get()
        const view = createViewStore(firstFile(starter, files), { view: 'read', split: 'code' })
        const opened = { session, run, view, wire: createWireStore() }
        // In pieces: a phone takes a third of a second for the whole workbench, and somebody scrolls meanwhile.
        startTransition(() => setOpening({ opened, failure: null }))
      },
      (cause: unknown) => !gone && setOpening({ opened: null, failure: toFailure('open', cause) }),
    )
    return () => {
      gone = true
      close()
    }
  }, [slug])
  return opening
}

function OpeningFailed({
  failure,
  children,
}: {
  readonly failure: Failure
  readonly children: ReactNode
}) {
  return (
    <>
      <div className={joinClasses(tokens.tokens, styles.notOpened)} role="alert">
        <p>
          {failure.message} {failure.next}
        </p>
        <Button onClick={() => window.location.reload()}>{copy.bar.retry}</Button>
      </div>
      {children}
    </>
  )
}
