// Console arguments as one text, by the Console standard's format specifiers (section 2.2). No styles: `%c` and
// its argument are dropped.

import { stackText } from '../wire/stack-text.ts'

const LIMIT = 10_000

/** At most 10,000 characters. */
export function formatConsole(values: readonly unknown[]): string {
  const [first, ...rest] = values
  const parts = typeof first === 'string' ? fillIn(first, rest) : values.map(describe)
  const text = parts.join(' ')
  return text.length > LIMIT ? `${text.slice(0, LIMIT)}…` : text
}

function fillIn(template: string, values: readonly unknown[]): string[] {
  let used = 0
  const text = template.replace(/%([sdifoOc%])/g, (specifier, letter: string) => {
    if (letter === '%') return '%'
    if (used >= values.length) return specifier
    const value = values[used++]
    if (letter === 'c') return ''
    if (letter === 'd' || letter === 'i') return String(Math.trunc(Number(value)))
    if (letter === 'f') return String(Number(value))
    return describe(value)
  })
  return [text, ...values.slice(used).map(describe)]
}

export function describe(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return stackText(value)
  if (typeof Element === 'function' && value instanceof Element)
    return `<${value.tagName.toLowerCase()}>`
  if (typeof value === 'object' && value !== null) return describeObject(value)
  return String(value)
}

function describeObject(value: object): string {
  const seen = new Set<unknown>()
  try {
    const text = JSON.stringify(value, (_key, inner: unknown) => {
      if (typeof inner === 'bigint') return `${inner}n`
      if (typeof inner === 'function') return `[function ${inner.name}]`
      if (typeof inner !== 'object' || inner === null) return inner
      if (seen.has(inner)) return '[seen above]'
      seen.add(inner)
      return inner
    })
    return text ?? String(value)
  } catch {
    // A getter or a revoked proxy threw: its class is all that can be said.
    return Object.prototype.toString.call(value)
  }
}
