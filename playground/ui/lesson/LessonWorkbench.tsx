// The lesson page: skip links, the bar, text beside code beside preview and dock, dialogs, the live region.
import * as Tooltip from 'radix-ui/tooltip'
import { lazy, Suspense, useMemo, useRef, type ReactNode } from 'react'
import { DrivenNote } from '../driven/DrivenNote.tsx'
import { copy } from '../copy.ts'
import { joinClasses } from '../controls/join-classes.ts'
import { LateParts } from '../layout/LateParts.tsx'
import { LiveRegion } from '../layout/LiveRegion.tsx'
import { SkipLink } from '../layout/SkipLink.tsx'
import { useFollowFiles } from '../layout/use-follow-files.ts'
import { useKeys } from '../layout/use-keys.ts'
import { useWidthClass } from '../layout/use-media.ts'
import { useViewInAddress } from '../layout/use-view-in-address.ts'
import { useKeepWhenRunning } from '../use-keep-when-running.ts'
import { useView } from '../store/session-context.tsx'
import { LessonBar } from './LessonBar.tsx'
import { lessonCopy } from './lesson-copy.ts'
import { useLesson } from './lesson-context.tsx'
import { LessonLayout } from './LessonLayout.tsx'
import type { ShownStep } from './LessonFrame.tsx'
import { useStepInAddress } from './use-step-in-address.ts'
import { useSpokenChecks } from './use-spoken-checks.ts'
import tokens from '../tokens.module.css'
import layout from '../layout/layout.module.css'

const LessonDialogs = lazy(async () => ({
  default: (await import('../steps/LessonDialogs.tsx')).LessonDialogs,
}))

interface LessonWorkbenchProps {
  readonly trailing: ReactNode
  readonly onStep: (step: ShownStep) => void
  readonly children: ReactNode
}

export function LessonWorkbench({ trailing, onStep, children }: LessonWorkbenchProps) {
  const root = useRef<HTMLDivElement>(null)
  const width = useWidthClass()
  const dialog = useView((state) => state.dialog)
  useKeys(root, useLessonActions())
  useFollowFiles()
  useKeepWhenRunning(useLesson().lesson.slug)
  useViewInAddress(width === 'narrow')
  useStepInAddress(onStep)
  useSpokenChecks()
  return (
    <Tooltip.Provider delayDuration={400}>
      <div ref={root} className={joinClasses(tokens.tokens, layout.root)} data-width={width}>
        <SkipLink root={root} pane="read" text={lessonCopy.skipToTask} />
        <SkipLink root={root} pane="code" text={copy.panes.skipToEditor} />
        <LessonBar trailing={trailing} />
        <DrivenNote />
        {/* Not <main>: the site styles the headings and tables of prose inside that element. */}
        <div role="main" className={layout.panes}>
          <LessonLayout width={width}>{children}</LessonLayout>
        </div>
        <LiveRegion />
      </div>
      <LateParts page="lesson" />
      <Suspense fallback={null}>
        {(dialog?.type === 'solution' || dialog?.type === 'compare') && <LessonDialogs />}
      </Suspense>
    </Tooltip.Provider>
  )
}

function useLessonActions() {
  const run = useLesson()
  return useMemo(
    () => ({
      runChecks: () => void run.runChecks(),
      moveStep(by: 1 | -1) {
        const step = run.lesson.steps[run.get().step + by]
        if (step) window.location.hash = step.id
      },
    }),
    [run],
  )
}
