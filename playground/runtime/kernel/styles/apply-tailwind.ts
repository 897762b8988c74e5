// Tailwind over one stylesheet, as the plugin in postcss.config would do it. Its compiler is a chunk of its own, fetched for
// the first sheet that asks for something of it. Runs in the compiler worker.
import postcss, { type AtRule, type Root } from 'postcss'
import type { TailwindInput } from '../compiler/offer.ts'
import type { TailwindChunk, TailwindRequest } from '../contract.ts'
import { createFailure, FailureError } from '../../wire/failure.ts'

interface Sheet extends Pick<TailwindRequest, 'file' | 'readSheet'> {
  readonly root: Root
}

interface Applied {
  readonly root: Root
  readonly isScanned: boolean
}

/** Without any of these the plugin leaves a sheet alone. */
const LOOKED_FOR = /^(import|reference|theme|variant|config|plugin|apply|tailwind)$/

/** @throws CssSyntaxError */
export async function applyTailwind(input: TailwindInput | null, sheet: Sheet): Promise<Applied> {
  const { root, file, readSheet } = sheet
  if (input === null || !mayConcern(root)) return { root, isScanned: false }
  const { compileTailwind } = await loadChunk(input.url)
  const css = root.toString()
  try {
    const made = await compileTailwind({ css, file, sources: input.sources, readSheet })
    return { root: postcss.parse(made.css, { from: file }), isScanned: made.isScanned }
  } catch (cause) {
    throw placed(root, cause)
  }
}

function mayConcern(root: Root): boolean {
  let isFound = false
  root.walkAtRules(LOOKED_FOR, () => {
    isFound = true
    return false
  })
  return isFound
}

let loading: Promise<TailwindChunk> | null = null

function loadChunk(url: string): Promise<TailwindChunk> {
  loading ??= import(/* @vite-ignore */ url).catch((cause: unknown) => {
    // The next sheet tries again.
    loading = null
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    throw new FailureError(
      createFailure('compile', 'asset-missing', `${url} did not load.`, detail),
    )
  })
  return loading
}

/** Tailwind names no line: the rule that holds what its message quotes is the place to show. */
function placed(root: Root, cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof postcss.CssSyntaxError) return cause
  const quoted = /`([^`]+)`/.exec(cause.message)?.[1]
  let found: AtRule | null = null
  root.walkAtRules((rule) => {
    if (quoted === undefined || !rule.toString().includes(quoted)) return
    found = rule
  })
  return (found ?? root).error(cause.message, { plugin: 'tailwindcss' })
}
