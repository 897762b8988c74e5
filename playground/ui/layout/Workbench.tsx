// The whole page: skip links, the bar, the panes in one of three layouts, dialogs, the toast, the live region.
import * as Tooltip from 'radix-ui/tooltip'
import { useRef, type ReactNode } from 'react'
import { Bar } from '../bar/Bar.tsx'
import { copy } from '../copy.ts'
import { joinClasses } from '../controls/join-classes.ts'
import { useView } from '../store/session-context.tsx'
import tokens from '../tokens.module.css'
import { focusPaneNamed } from './pane-focus.ts'
import { LateParts } from './LateParts.tsx'
import { MediumLayout } from './MediumLayout.tsx'
import { NarrowLayout } from './NarrowLayout.tsx'
import { useFollowFiles } from './use-follow-files.ts'
import { useKeys } from './use-keys.ts'
import { useWidthClass } from './use-media.ts'
import { useViewInAddress } from './use-view-in-address.ts'
import { WideLayout } from './WideLayout.tsx'
import styles from './layout.module.css'

export function Workbench({ trailing }: { readonly trailing: ReactNode }) {
  const root = useRef<HTMLDivElement>(null)
  const width = useWidthClass()
  useKeys(root)
  useFollowFiles()
  useViewInAddress(width === 'narrow')
  return (
    <Tooltip.Provider delayDuration={400}>
      <div ref={root} className={joinClasses(tokens.tokens, styles.root)} data-width={width}>
        <SkipLinks root={root} />
        <Bar trailing={trailing} />
        {/* Not <main>: the site styles the headings and tables of prose inside that element. */}
        <div role="main" className={styles.panes}>
          <h1 className={tokens.visuallyHidden}>{copy.playground}</h1>
          {width === 'wide' && <WideLayout />}
          {width === 'medium' && <MediumLayout />}
          {width === 'narrow' && <NarrowLayout />}
        </div>
        <LiveRegion />
      </div>
      <LateParts />
    </Tooltip.Provider>
  )
}

function SkipLinks({ root }: { readonly root: React.RefObject<HTMLElement | null> }) {
  const skip = (name: string) => (event: React.MouseEvent) => {
    event.preventDefault()
    if (root.current) focusPaneNamed(root.current, name)
  }
  return (
    <>
      <a className={styles.skip} href="#pane-code" onClick={skip('code')}>
        {copy.panes.skipToEditor}
      </a>
      <a className={styles.skip} href="#pane-preview" onClick={skip('preview')}>
        {copy.panes.skipToPreview}
      </a>
    </>
  )
}

function LiveRegion() {
  const said = useView((state) => state.said)
  return (
    <p className={tokens.visuallyHidden} role="status">
      {said}
    </p>
  )
}
