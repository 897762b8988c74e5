// The talk with Next's development client in the open pages. A page hears nothing until it says hello, so what it missed
// while it was loading is said to it then: errors, and that what it shows has changed since it was asked for.
import type { LearnerError } from '../../wire/learner-error.ts'
import type { KernelPageMessage } from '../contract.ts'

export class PageMessages {
  private readonly tell: (message: KernelPageMessage) => void
  private errors: readonly string[] = []
  /** What a page must do that was asked for before the last change. */
  private missed: 'refresh' | 'reload' | null = null

  constructor(tell: (message: KernelPageMessage) => void) {
    this.tell = tell
  }

  send(message: KernelPageMessage): void {
    if (message.type === 'update' || message.type === 'reload') this.missed = 'reload'
    if (message.type === 'refresh') this.missed ??= 'refresh'
    this.tell(message)
  }

  /** A document is asked for: it will be made of what is there now. */
  documentAsked(): void {
    this.missed = null
  }

  /** A message of a page; anything unknown is ignored, because pages may be of another version. */
  receive(message: unknown): void {
    const isHello =
      typeof message === 'object' &&
      message !== null &&
      'type' in message &&
      message.type === 'hello'
    if (!isHello) return
    this.send({ type: 'errors', errors: this.errors })
    // With errors there is nothing better to load; their mending says so itself.
    if (!this.missed || this.errors.length > 0) return
    this.tell({ type: this.missed })
    // Once: a page that loads again must not be told to do so for ever.
    this.missed = null
  }

  setErrors(errors: readonly LearnerError[]): void {
    const texts = errors.map(overlayText)
    const same =
      texts.length === this.errors.length &&
      texts.every((text, index) => text === this.errors[index])
    if (same) return
    this.errors = texts
    this.send({ type: 'errors', errors: texts })
  }
}

/** As Next's overlay wants a build error: the file first, then the compiler's text. */
function overlayText(error: LearnerError): string {
  const place = error.place
    ? `./${error.place.file.replace(/^frontend\//, '')}:${error.place.line}:${error.place.column}\n`
    : ''
  const text = error.codeFrame?.includes(error.message)
    ? error.codeFrame
    : [error.message, error.codeFrame].filter(Boolean).join('\n')
  return `${place}${text}`
}
