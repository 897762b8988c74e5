// The whole page: skip links, the bar, the panes in one of three layouts, dialogs, the toast, the live region.
import * as Tooltip from 'radix-ui/tooltip'
import { useRef, type ReactNode } from 'react'
import { Bar } from '../bar/Bar.tsx'
import { isEmbedded } from '../bar/embedded.ts'
import { DrivenNote } from '../driven/DrivenNote.tsx'
import { EmbedBar } from '../bar/EmbedBar.tsx'
import { copy } from '../copy.ts'
import { joinClasses } from '../controls/join-classes.ts'
import tokens from '../tokens.module.css'
import { LateParts } from './LateParts.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { MediumLayout } from './MediumLayout.tsx'
import { NarrowLayout } from './NarrowLayout.tsx'
import { SkipLink } from './SkipLink.tsx'
import { useFollowFiles } from './use-follow-files.ts'
import { useKeepWhenRunning } from '../use-keep-when-running.ts'
import { usePrepareWhenStill } from '../use-prepare-when-still.ts'
import { useKeys } from './use-keys.ts'
import { useWidthClass } from './use-media.ts'
import { useViewInAddress } from './use-view-in-address.ts'
import { WideLayout } from './WideLayout.tsx'
import styles from './layout.module.css'

export function Workbench({ trailing }: { readonly trailing: ReactNode }) {
  const root = useRef<HTMLDivElement>(null)
  const width = useWidthClass()
  useKeys(root, null)
  useFollowFiles()
  useKeepWhenRunning(null)
  usePrepareWhenStill()
  useViewInAddress(width === 'narrow')
  return (
    <Tooltip.Provider delayDuration={400}>
      <div ref={root} className={joinClasses(tokens.tokens, styles.root)} data-width={width}>
        <SkipLink root={root} pane="code" text={copy.panes.skipToEditor} />
        <SkipLink root={root} pane="preview" text={copy.panes.skipToPreview} />
        {isEmbedded() ? <EmbedBar /> : <Bar trailing={trailing} />}
        <DrivenNote />
        {/* Not <main>: the site styles the headings and tables of prose inside that element. */}
        <div role="main" className={styles.panes}>
          <h1 className={tokens.visuallyHidden}>{copy.playground}</h1>
          {width === 'wide' && <WideLayout />}
          {width === 'medium' && <MediumLayout />}
          {width === 'narrow' && <NarrowLayout />}
        </div>
        <LiveRegion />
      </div>
      <LateParts page="playground" />
    </Tooltip.Provider>
  )
}
