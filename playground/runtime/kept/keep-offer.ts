// What keep.html, the preview origin's page for keeping, offers to the site, and its hello. Both sides import it.
import type { NoEvents } from '../wire/message.ts'
import type { GroupSize } from './keeper.ts'
import type { Wish } from './manifest.ts'

export interface KeepCalls {
  look(argument: null): readonly GroupSize[]
  /** Resolves when everything is kept; `hurry` when somebody waits for it. */
  keep(argument: { wish: Wish; hurry: boolean }): null
  /** Ends every keeping under way. */
  stop(argument: null): null
  remove(argument: null): null
  rehearse(argument: { isOn: boolean }): null
}

export interface KeepOffer {
  readonly calls: KeepCalls
  readonly events: { kept: GroupKept }
}

export interface GroupKept {
  readonly group: GroupSize['name']
  readonly bytes: number
  readonly download: number
}

export interface SiteOffer {
  readonly calls: object
  readonly events: NoEvents
}

/** By window.postMessage with exact origins; the site answers with a port. */
export interface KeepHello {
  readonly type: 'both-ends-keep-ready'
}
export interface KeepConnect {
  readonly type: 'both-ends-keep-connect'
}
