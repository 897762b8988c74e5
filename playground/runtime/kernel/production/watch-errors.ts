// Next reports what kept a page from being prerendered with console.error, not to its caller. This listens in, and
// prints on what `next build` would print: that a page is dynamic is no error.
import { countAsPrinted } from '../console-capture.ts'

export interface ErrorWatch {
  readonly seen: readonly unknown[]
  stop(): void
}

export function watchErrors(isNoError: (cause: unknown) => boolean): ErrorWatch {
  const print = console.error
  const seen: unknown[] = []
  console.error = (...values: unknown[]) => {
    const cause: unknown = values.find((value) => value instanceof Error) ?? values[0]
    seen.push(cause)
    if (isNoError(cause)) countAsPrinted(cause)
    else print(...values)
  }
  return {
    seen,
    stop() {
      console.error = print
    },
  }
}
