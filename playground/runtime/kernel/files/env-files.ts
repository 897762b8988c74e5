// `.env` files as Next reads them (@next/env: dotenv's grammar, dotenv-expand's `$NAME`): which files, in which
// order, and who wins. Pure; it sets nothing.
import type { Flavour } from '../../wire/message.ts'

export interface EnvironmentInput {
  readonly flavour: Flavour
  /** Text of a file in the frontend's root, or undefined. */
  read(name: string): string | undefined
  /** What was set from outside; it wins over every file, as a real process environment does. */
  readonly given: Readonly<Record<string, string>>
}

/** Next's order; the first file that names a variable wins. */
export function environmentFiles(flavour: Flavour): string[] {
  return [`.env.${flavour}.local`, '.env.local', `.env.${flavour}`, '.env']
}

export function isEnvironmentFile(path: string): boolean {
  return /^\/\.env(\.\w+){0,2}$/.test(path)
}

export function readEnvironment({
  flavour,
  read,
  given,
}: EnvironmentInput): Record<string, string> {
  const parsed: Record<string, string> = {}
  for (const name of environmentFiles(flavour)) {
    for (const [key, value] of parseEnvironmentFile(read(name) ?? '')) parsed[key] ??= value
  }
  const environment: Record<string, string> = { ...given }
  for (const key of Object.keys(parsed)) environment[key] ??= expand(key, parsed, given, [])
  return environment
}

/** The part that Next writes into the code of every layer. */
export function publicEnvironment(
  environment: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => name.startsWith('NEXT_PUBLIC_')),
  )
}

// dotenv's own pattern (motdotla/dotenv, lib/main.js): export prefix, `=` or `: `, three kinds of quotes, comments.
const LINE =
  /(?:^|^)\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?(?:$|$)/gm

function parseEnvironmentFile(text: string): [name: string, value: string][] {
  return [...text.replace(/\r\n?/g, '\n').matchAll(LINE)].map((match) => {
    const raw = (match[2] ?? '').trim()
    const quote = /^(['"`])[\s\S]*\1$/.exec(raw)?.[1]
    const value = quote === undefined ? raw : raw.slice(1, -1)
    return [
      match[1] ?? '',
      quote === '"' ? value.replace(/\\n/g, '\n').replace(/\\r/g, '\r') : value,
    ]
  })
}

/** `$NAME`, `${NAME}` and `${NAME:-fallback}`; `\$` is a dollar sign. A name that refers to itself becomes empty. */
function expand(
  name: string,
  parsed: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
  trail: readonly string[],
): string {
  const lookUp = (key: string, fallback: string) => {
    if (given[key] !== undefined) return given[key]
    if (parsed[key] === undefined || key === name || trail.includes(key)) return fallback
    return expand(key, parsed, given, [...trail, name])
  }
  return (parsed[name] ?? '')
    .replace(
      /(?<!\\)\$(?:\{([A-Za-z_]\w*)(?::?-([^}]*))?\}|([A-Za-z_]\w*))/g,
      (
        _whole,
        braced: string | undefined,
        fallback: string | undefined,
        bare: string | undefined,
      ) => lookUp(braced ?? bare ?? '', fallback ?? ''),
    )
    .replaceAll('\\$', '$')
}
