// An app that exists only to be compared: its files and what is asked of them, in slices of one subject each. Real Next
// gets the files on disk, the kernel gets them as they are.
import type { Files } from '../../../playground/runtime/wire/files.ts'
import { page, step, type Ask, type FixtureName, type Flavour, type Step } from '../exchange.ts'

export interface Slice {
  readonly files: Files
  /** In order: a step may depend on what those before it left behind. */
  readonly steps: readonly Step[]
}

export interface FixtureApp {
  /** Second part of a difference's key. */
  readonly name: FixtureName
  readonly slices: readonly Slice[]
}

export function filesOf({ slices }: FixtureApp): Files {
  return Object.assign({}, ...slices.map(({ files }) => files))
}

export function stepsOf({ slices }: FixtureApp, flavour: Flavour): readonly Step[] {
  return slices
    .flatMap(({ steps }) => steps)
    .filter(({ only }) => only === undefined || only === flavour)
}

/** `[name, path]` pairs as documents. */
export function pages(list: Readonly<Record<string, string>>): Step[] {
  return Object.entries(list).map(([name, path]) => page(name, path))
}

export function ask(name: string, path: string, rest: Omit<Ask, 'host' | 'path'> = {}): Step {
  return step(name, { host: 'frontend', path, ...rest })
}
