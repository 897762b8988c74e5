// What a learner's journey asks of a browser, whichever it is. Two of them are driven by Playwright, WebKitGTK by
// WebDriver; a journey knows neither.
import type { Playground } from '../../tools/drive/drive-playground.mjs'

export const BROWSERS = ['chromium', 'firefox', 'webkit'] as const
export type BrowserName = (typeof BROWSERS)[number]

/** Runs a function that closes over nothing in one of the documents. Arguments and answers are JSON. */
export type InDocument = <Argument, Answer>(
  work: (argument: Argument) => Answer | Promise<Answer>,
  argument: Argument,
) => Promise<Answer>

export interface Place {
  readonly x: number
  readonly y: number
}

export interface Driver extends Playground {
  readonly browser: BrowserName
  readonly version: string
  /** Opens an address of the site. */
  open(address: string): Promise<void>
  readonly inSite: InDocument
  readonly inPreview: InDocument
  /** The hidden page on the preview's origin that holds the workers. */
  readonly inHost: InDocument
  /** Presses a key, `Control+End` for instance, as often as is said. */
  press(keys: string, times?: number): Promise<void>
  type(text: string): Promise<void>
  /** Whether pointer and keys reach the preview: in Firefox, as it is driven here, they stop at a frame of another site. */
  readonly reachesPreview: boolean
  /** A finger where the window was opened for one and the browser can be given one, else the pointer. */
  tap(place: Place): Promise<void>
  resize(width: number, height: number): Promise<void>
  /** Console errors, uncaught errors and requests to other hosts since the last call, but for those expected. */
  surprises(expected: RegExp): readonly string[]
  /** Megabytes of all processes of the browser; null where that cannot be asked. */
  memory(): Promise<number | null>
  /** PNG, as base64. */
  screenshot(): Promise<string>
  close(): Promise<void>
}
