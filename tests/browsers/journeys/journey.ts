// A learner's journey, told once for every browser. A step that a browser cannot do says why, and is a cell of the table
// in content/docs/browsers.mdx; a step that fails is red, never a cell.
import type { BrowserName, Driver } from '../driver.ts'

export interface Step {
  /** The row of the table, in plain words. */
  readonly says: string
  run(driver: Driver): Promise<unknown>
  /** In which browsers it is not run, and the sentence that says why. */
  readonly missing?: Partial<Readonly<Record<BrowserName, string>>>
}

export interface Journey {
  readonly title: string
  /** Its place on the page of the docs. */
  readonly place: number
  /** What its steps cause on purpose, or what a browser says of a page that is left. */
  readonly expected: RegExp
  readonly steps: readonly Step[]
}

/**
 * Firefox, of what a page was still loading when the next one was opened: the overlay, which comes late by design, and
 * what Next's router had asked for. The second is Next's own line, and real Next prints it there too.
 */
export const LEFT_WHILE_LOADING =
  /^(?:uncaught: Failed to load ‘(?:|http:[^’]*\/overlay\.js)’\. A ServiceWorker intercepted the request|console: Failed to fetch RSC payload for \S+ Falling back to browser navigation\.)/
