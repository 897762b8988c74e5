// https://<the site>/embed/both-ends.js: puts the playground into a page of another origin and drives it there. Runs on
// the embedder's page, alone: nothing is imported when it runs, and nothing of the playground is in it. The methods are
// those of window.bothEnds; what they may be given is decided in the frame (automation/answer-parent.ts).
// Documented in content/docs/embedding.mdx; its types are built to /embed/both-ends.d.ts by tools/embed-build.
import { METHOD_NAMES, type EmbedEvents, type EventName } from '../automation/embed-messages.ts'
import type { BothEnds } from '../automation/both-ends.ts'
import { EmbedError, FrameConnection } from './connect-frame.ts'
import { addressOf, type Shown } from './frame-address.ts'

export { EmbedError } from './connect-frame.ts'

export interface MountOptions extends Shown {
  /** Of the frame: pixels, or a CSS length. 640 pixels unless given. */
  readonly height?: number | string
  /** Of the frame, for people who hear it. */
  readonly title?: string
}

/** The methods of window.bothEnds, and what is the frame's own. */
export interface Embed extends BothEnds {
  readonly frame: HTMLIFrameElement
  /** Calls `listener` each time; the answer ends that. */
  on<Name extends EventName>(name: Name, listener: (detail: EmbedEvents[Name]) => void): () => void
  /** Takes the frame out of the page. Calls under way reject. */
  destroy(): void
}

/** Puts the playground into `element`. Nothing of the engine loads before the reader presses Run, or a method needs it. */
export function mount(element: Element, options: MountOptions = {}): Embed {
  const site = new URL(import.meta.url).origin
  // Said here, in the embedder's console: the frame would only show another page.
  const address = addressOf(site, options)
  const frame = element.ownerDocument.createElement('iframe')
  frame.title = options.title ?? 'Both Ends'
  frame.allow = 'clipboard-write'
  frame.style.cssText = `width: 100%; height: ${lengthOf(options.height ?? 640)}; border: 0`
  const connection = new FrameConnection(frame, site, options.files)
  frame.src = address
  element.append(frame)
  return {
    ...methodsOf((method, args) => connection.call(method, args)),
    frame,
    on: (name, listener) => connection.on(name, listener),
    destroy() {
      connection.close(new EmbedError('The frame was taken out of the page.'))
      frame.remove()
    },
  }
}

function methodsOf(
  call: (method: keyof BothEnds, args: readonly unknown[]) => Promise<unknown>,
): BothEnds {
  const methods = METHOD_NAMES.map((method) => [
    method,
    (...args: readonly unknown[]) => call(method, args),
  ])
  return Object.fromEntries(methods)
}

function lengthOf(height: number | string): string {
  return typeof height === 'number' ? `${String(height)}px` : height
}
