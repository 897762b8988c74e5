// Only the rows that are in view, for lists of more than 200. A chunk of its own: short lists do without it.
import type { ReactNode, RefObject } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'

interface VirtualRowsProps {
  readonly handle: RefObject<VirtualizerHandle | null>
  readonly scrollRef: RefObject<HTMLElement | null>
  /** Pixels before the first row. */
  readonly above: number
  readonly children: ReactNode
}

export function VirtualRows({ handle, scrollRef, above, children }: VirtualRowsProps) {
  return (
    <Virtualizer ref={handle} scrollRef={scrollRef} startMargin={above}>
      {children}
    </Virtualizer>
  )
}
