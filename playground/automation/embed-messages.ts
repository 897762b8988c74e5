// What a frame of the playground and the page around it say to each other: the shapes of docs/embedding, "The messages".
// Both sides import this file, the module for embedders (playground/embed) and the page in the frame
// (answer-parent.ts), so it holds types and plain values only.
import type { Failure } from '../runtime/wire/failure.ts'
import type { Exchange } from '../runtime/wire/hop.ts'
import type { Stage } from '../runtime/wire/stage.ts'
import type { BothEnds } from './both-ends.ts'

/** Grows when a message changes its meaning. A frame speaks one version and says so first. */
export const EMBED_VERSION = 1

/** `/play/?embed=driven`: the page around the frame may drive what is in it, and what is in it begins anew. */
export const DRIVEN = 'driven'

/** `&files`: the first files come with `connect`, so the frame waits for it. */
export const FILES_COME = 'files'

export type MethodName = keyof BothEnds

/** Every method of window.bothEnds, by name; a table, so that none can be forgotten. */
const METHODS = {
  ready: true,
  files: true,
  read: true,
  write: true,
  remove: true,
  load: true,
  goto: true,
  page: true,
  request: true,
  trace: true,
  cookies: true,
  refusedCookies: true,
  query: true,
  console: true,
  stages: true,
  errors: true,
  preview: true,
  reset: true,
  restart: true,
  setFlavour: true,
} as const satisfies Record<MethodName, true>

export function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(METHODS, name)
}

export const METHOD_NAMES: readonly MethodName[] = Object.keys(METHODS).filter(isMethodName)

/** Frame to parent, to whatever origin it has: it says only that somebody is there. */
export interface Here {
  readonly bothEnds: 'here'
  readonly version: number
}

/** Parent to frame, to the site's origin alone, with one end of a MessageChannel. All else goes over that. */
export interface Connect {
  readonly bothEnds: 'connect'
  readonly version: number
  /** The workspace to begin with, where the address has `&files`. */
  readonly files?: Readonly<Record<string, string>>
}

export interface Call {
  readonly type: 'call'
  readonly id: number
  readonly method: MethodName
  readonly args: readonly unknown[]
}

/** What happens without being asked for. */
export interface EmbedEvents {
  /** All stages of the start, each time one of them changes. */
  readonly stage: readonly Stage[]
  /** Both ends are running: after each start. */
  readonly ready: null
  /** An exchange that is complete, as `trace()` has it. */
  readonly trace: Exchange
  /** Something of ours broke, or the start failed. */
  readonly failure: Failure
}

export type EventName = keyof EmbedEvents

type Happening = {
  readonly [Name in EventName]: {
    readonly type: 'event'
    readonly name: Name
    readonly detail: EmbedEvents[Name]
  }
}[EventName]

/** Frame to parent over the port. */
export type FromFrame =
  | { readonly type: 'welcome'; readonly version: number }
  | { readonly type: 'refused'; readonly failure: Failure }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure }
  | Happening
