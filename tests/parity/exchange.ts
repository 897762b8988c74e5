// What both sides are asked and what they answer: plain HTTP, headers as pairs, bodies as text.
import type { Files } from '../../playground/runtime/wire/files.ts'
import type { HeaderPairs } from '../../playground/runtime/wire/headers.ts'

export type Flavour = 'production' | 'development'
export type ExampleName = 'hello' | 'directory' | 'user-crud'
/** Apps that exist only to be compared (apps/). */
export type FixtureName = 'conventions' | 'caching' | 'moved' | 'styled'

export interface Ask {
  readonly host: 'frontend' | 'backend'
  /** Default GET. */
  readonly method?: string
  readonly path: string
  readonly headers?: HeaderPairs
  readonly body?: string
}

export interface Answer {
  readonly status: number
  readonly headers: HeaderPairs
  readonly body: string
}

export interface StoredCookie {
  readonly name: string
  readonly value: string
  readonly path: string
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly sameSite: string
}

/** One place where an example runs. It keeps cookies between requests, as a browser does. */
export interface Side {
  readonly name: string
  ask(ask: Ask): Promise<Answer>
  cookies(): Promise<readonly StoredCookie[]>
  /** What its build printed last; only of fixture apps, built. */
  readonly printed?: string
  /** Edits files that the app has; only of fixture apps. */
  write?(files: Files): Promise<void>
  stop(): Promise<void>
}

/** One request of a transcript. What it sends may come from an earlier answer of the same side. */
export interface Step {
  /** Unique in its transcript; part of a difference's key, so without spaces or slashes. */
  readonly name: string
  /** The only flavour in which it is asked; both when absent. */
  readonly only?: Flavour
  run(side: Side): Promise<Answer>
}

export function step(name: string, ask: Ask): Step {
  return { name, run: (side) => side.ask(ask) }
}

/** A document, asked for as a browser does when somebody types its address. */
export function page(name: string, path: string, headers: HeaderPairs = []): Step {
  return step(name, { host: 'frontend', path, headers: [['accept', 'text/html'], ...headers] })
}

export function api(name: string, path: string, rest: Omit<Ask, 'host' | 'path'> = {}): Step {
  return step(name, { host: 'backend', path, ...rest })
}

export function apiJson(name: string, method: string, path: string, body: unknown): Step {
  const headers = [['content-type', 'application/json']] as const
  return api(name, path, { method, headers, body: JSON.stringify(body) })
}
