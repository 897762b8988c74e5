// Next reports what kept a page from being prerendered with console.error, not to its caller. This listens in.

export interface ErrorWatch {
  readonly seen: readonly unknown[]
  stop(): void
}

export function watchErrors(): ErrorWatch {
  const print = console.error
  const seen: unknown[] = []
  console.error = (...values: unknown[]) => {
    seen.push(values.find((value) => value instanceof Error) ?? values[0])
    print(...values)
  }
  return {
    seen,
    stop() {
      console.error = print
    },
  }
}
