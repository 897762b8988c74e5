// Tailwind 4 as `@tailwindcss/postcss` runs it: one stylesheet, with the utilities for the classes that the app's files
// name. Runs in the compiler worker, as tailwind.js, which is fetched by the first app that uses it. Loads no JavaScript
// of `@plugin` and `@config`, and does not minify.
import type { TailwindChunk, TailwindRequest } from '../contract.ts'
import { findCandidates, findVariables } from './candidates.ts'
import { createSourceFilter, type Glob, type SourcePattern } from './sources.ts'

interface Compiled {
  readonly root: null | 'none' | { readonly base: string; readonly pattern: string }
  readonly sources: readonly SourcePattern[]
  readonly features: number
  build(candidates: string[]): string
}

interface Sheet {
  readonly path: string
  readonly base: string
  readonly content: string
}

/** What the entry (tools/kernel-build/tailwind-entry.mjs) brings in. */
export interface TailwindParts {
  compile(
    css: string,
    options: {
      readonly base: string
      readonly from: string
      readonly polyfills: number
      loadStylesheet(specifier: string, base: string): Promise<Sheet>
      loadModule(specifier: string, base: string, kind: 'plugin' | 'config'): Promise<never>
    },
  ): Promise<Compiled>
  readonly polyfills: { readonly All: number; readonly AtProperty: number }
  readonly features: { readonly Utilities: number }
  /** Tailwind's own stylesheets: `theme.css`. */
  readonly sheets: Readonly<Record<string, string>>
  readonly glob: Glob
}

export function createTailwind(parts: TailwindParts): TailwindChunk {
  const candidatesOf = rememberCandidates()
  return {
    async compileTailwind(request) {
      const { css, file, sources } = request
      const base = folderOf(file)
      const { All, AtProperty } = parts.polyfills
      const compiled = await parts.compile(css, {
        base,
        from: file,
        // As the plugin chooses: a CSS module cannot hold rules for `*`.
        polyfills: file.endsWith('.module.css') ? All ^ AtProperty : All,
        loadStylesheet: async (specifier, from) => loadSheet(parts, request, specifier, from),
        loadModule: async (specifier, _from, kind) => {
          throw new Error(
            `\`${specifier}\`: \`@${kind}\` loads JavaScript into Tailwind, which only the WebContainers engine can.`,
          )
        },
      })
      const isScanned = (compiled.features & parts.features.Utilities) !== 0
      if (!isScanned) return { css: compiled.build([]), isScanned }
      const isTaken = sourceFilter(compiled, sources, parts.glob)
      const candidates = new Set<string>()
      for (const [path, found] of candidatesOf(sources))
        if (isTaken(path)) found.forEach((candidate) => candidates.add(candidate))
      return { css: compiled.build([...candidates]), isScanned }
    },
  }
}

function sourceFilter(
  { root, sources }: Compiled,
  files: TailwindRequest['sources'],
  glob: Glob,
): (path: string) => boolean {
  const everything = { base: '/', pattern: '.', negated: false }
  if (root === null) return createSourceFilter([everything, ...sources], glob)
  if (root === 'none') return createSourceFilter(sources, glob)
  const named = { ...root, negated: false }
  if (!Object.keys(files).some(createSourceFilter([named], glob)))
    throw new Error(`The \`source(${root.pattern})\` does not exist or is not a directory.`)
  return createSourceFilter([named, ...sources], glob)
}

function loadSheet(
  { sheets }: TailwindParts,
  { readSheet }: TailwindRequest,
  specifier: string,
  base: string,
): Sheet {
  const own = /^tailwindcss(?:\/(.*))?$/.exec(specifier)
  const name = own && (own[1] ?? 'index').replace(/(\.css)?$/, '.css')
  const content = name === null ? undefined : sheets[name]
  if (content !== undefined) return { path: `/node_modules/tailwindcss/${name}`, base, content }
  if (/^\.{0,2}\//.test(specifier)) {
    const path = decodeURIComponent(new URL(specifier, `file://${base}/`).pathname)
    for (const one of [path, `${path}.css`]) {
      const text = readSheet(one)
      if (text !== null) return { path: one, base: folderOf(one), content: text }
    }
  }
  throw new Error(`Module not found: Can't resolve \`${specifier}\``)
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/')) || '/'
}

/** An edit changes one file: the others are not read again. */
function rememberCandidates() {
  let known = new Map<string, { readonly text: string; readonly found: ReadonlySet<string> }>()
  return (sources: TailwindRequest['sources']): [string, ReadonlySet<string>][] => {
    known = new Map(
      Object.entries(sources).map(([path, text]) => {
        const before = known.get(path)
        if (before?.text === text) return [path, before]
        return [
          path,
          { text, found: (path.endsWith('.css') ? findVariables : findCandidates)(text) },
        ]
      }),
    )
    return [...known].map(([path, { found }]) => [path, found])
  }
}
