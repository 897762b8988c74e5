// What the learner's server code prints, as console lines. Everything in this worker prints through it, Next included,
// as in the terminal of a real server. The browser's own console still gets the text.
import type { ConsoleLevel, ConsoleLine } from '../wire/console-line.ts'
import { stackText } from '../wire/stack-text.ts'

const LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const satisfies readonly ConsoleLevel[]

interface CaptureOptions {
  format(...values: unknown[]): string
  mapStack(text: string): Promise<string>
  emit(line: ConsoleLine): void
}

const printed = new WeakSet<Error>()

/** Next prints most errors before it hands them on: once is enough. */
export function wasPrinted(cause: unknown): boolean {
  return cause instanceof Error && printed.has(cause)
}

/** For what a real server does not print: nobody here does it later. */
export function countAsPrinted(cause: unknown): void {
  if (cause instanceof Error) printed.add(cause)
}

export function captureConsole({ format, mapStack, emit }: CaptureOptions): void {
  for (const level of LEVELS) {
    const print = console[level].bind(console)
    console[level] = (...values: unknown[]) => {
      print(...values)
      for (const value of values) if (value instanceof Error) printed.add(value)
      // Not Date.now(): Next takes its use in a prerender for the app's own, and the app only prints.
      const time = performance.timeOrigin + performance.now()
      const text = printable(values, format)
      const send = (mapped: string) => {
        const match = /(frontend\/[^\s():]+):(\d+):(\d+)/.exec(mapped)
        const place = match
          ? { file: match[1] ?? '', line: Number(match[2]), column: Number(match[3]) }
          : null
        emit({ source: 'next', level, text: mapped, time, place })
      }
      if (!/webpack-internal:|\/__host__\//.test(text)) send(text)
      else mapStack(text).then(send, () => send(text))
    }
  }
}

function printable(values: readonly unknown[], format: CaptureOptions['format']): string {
  try {
    return format(...values.map((value) => (value instanceof Error ? errorText(value) : value)))
  } catch {
    // An object whose getters throw must not stop the program that prints it.
    return values.map(String).join(' ')
  }
}

function errorText(error: Error): string {
  const stack = stackText(error)
  return error.cause instanceof Error ? `${stack}\n[cause]: ${errorText(error.cause)}` : stack
}

/** `util.format` of the kernel's own Node modules. */
export function readFormat(util: unknown): (...values: unknown[]) => string {
  if (typeof util === 'object' && util !== null && 'format' in util) {
    const { format } = util
    if (typeof format === 'function') return (...values) => String(format(...values))
  }
  return (...values) => values.map(String).join(' ')
}
