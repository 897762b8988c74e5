// The talk with Next's development client in the open pages: errors are repeated to each page that says hello.
import type { LearnerError } from '../../wire/learner-error.ts'
import type { KernelPageMessage } from '../contract.ts'

export class PageMessages {
  readonly send: (message: KernelPageMessage) => void
  private errors: readonly string[] = []

  constructor(send: (message: KernelPageMessage) => void) {
    this.send = send
  }

  /** A message of a page; anything unknown is ignored, because pages may be of another version. */
  receive(message: unknown): void {
    const isHello =
      typeof message === 'object' &&
      message !== null &&
      'type' in message &&
      message.type === 'hello'
    if (isHello) this.send({ type: 'errors', errors: this.errors })
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
