// tsconfig's or jsconfig's `paths`, as Next's bundler follows them. Comments and trailing commas are allowed there.

export type PathAliases = readonly (readonly [prefix: string, targets: readonly string[]])[]

/** What create-next-app writes; also right for apps that bring no tsconfig. */
const DEFAULT: PathAliases = [['@/', ['/', '/src/']]]

export function readPathAliases(config: string | undefined): PathAliases {
  const parsed = parseLoose(config ?? '')
  const options = field(parsed, 'compilerOptions')
  const paths = field(options, 'paths')
  if (typeof paths !== 'object' || paths === null) return DEFAULT
  const base = field(options, 'baseUrl')
  const root = `file:///${typeof base === 'string' ? `${base}/` : ''}`
  return Object.entries(paths)
    .map(([pattern, targets]) => {
      const list: unknown[] = Array.isArray(targets) ? targets : []
      const absolute = list
        .filter((target) => typeof target === 'string')
        .map((target) => new URL(target.replace(/\*$/, ''), root).pathname)
      return [pattern.replace(/\*$/, ''), absolute] as const
    })
    .sort(([a], [b]) => b.length - a.length)
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

function parseLoose(text: string): unknown {
  const bare = text
    .replace(
      /("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
      (_whole, quoted: string | undefined) => quoted ?? '',
    )
    .replace(/,(\s*[}\]])/g, '$1')
  try {
    return JSON.parse(bare)
  } catch {
    // A half-typed tsconfig: the default aliases hold until it parses again.
    return null
  }
}
