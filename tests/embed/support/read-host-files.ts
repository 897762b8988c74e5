// What other hosts would send, by the files that tools/host-files wrote for them: each read as its host reads it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../tools/build/build-if-changed.mjs'

export type OriginName = 'site' | 'preview'

/** Headers by name for an address, where the file says some. */
export type HostHeaders = (path: string) => Readonly<Record<string, string>>

function built(...path: readonly string[]): string {
  return readFileSync(join(ROOT, 'build', ...path), 'utf8')
}

/** `*` stands for anything; all rules that match count, and what two say about one header is joined by a comma. */
export function readHeadersFile(origin: OriginName): { headers: HostHeaders; rules: number } {
  const rules: { pattern: string; lines: string[] }[] = []
  for (const line of built(origin, '_headers').split('\n')) {
    if (line.startsWith('/')) rules.push({ pattern: line, lines: [] })
    else if (/^\s+\S/.test(line)) rules.at(-1)?.lines.push(line.trim())
  }
  const headers: HostHeaders = (path) => {
    const found: Record<string, string> = {}
    for (const { pattern, lines } of rules) {
      if (!glob(pattern).test(path)) continue
      for (const line of lines) {
        const [name = '', value = ''] = line.split(/:\s*/, 2)
        found[name] = name in found ? `${found[name] ?? ''}, ${value}` : value
      }
    }
    return found
  }
  return { headers, rules: rules.length }
}

function glob(pattern: string): RegExp {
  const literal = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('.*')}$`)
}

interface VercelFile {
  readonly trailingSlash: boolean
  readonly headers: readonly {
    readonly source: string
    readonly headers: readonly { readonly key: string; readonly value: string }[]
  }[]
}

/** A source is a pattern of path-to-regexp; ours have `\x` for a character that means itself, and `(.*)`. */
export function readVercelFile(origin: OriginName): HostHeaders {
  const file = JSON.parse(built(origin, 'vercel.json')) as VercelFile
  if (!file.trailingSlash) throw new Error('Vercel would take the slash away.')
  return (path) =>
    Object.fromEntries(
      file.headers
        .filter(({ source }) => new RegExp(`^${source}$`).test(path))
        .flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])),
    )
}

/** The first matching line of a map counts. What it is asked for is the address, or the index file behind it. */
export function readNginxFile(origin: OriginName): HostHeaders {
  const file = built('hosts', 'nginx.conf')
  const variable = (name: string) => {
    const body =
      new RegExp(`map \\$uri \\$both_ends_${origin}_${name} \\{([^]*?)\\n\\}`).exec(file)?.[1] ?? ''
    const lines = [...body.matchAll(/^\s*(default|"[^"]*") "([^"]*)";$/gm)]
    const fallback = lines.find(([, key]) => key === 'default')?.[2] ?? ''
    return (path: string) =>
      lines.find(
        ([, key = '']) => key.startsWith('"~') && new RegExp(key.slice(2, -1)).test(path),
      )?.[2] ?? fallback
  }
  const server = file.slice(file.indexOf(`root /srv/both-ends/${origin};`))
  const block = server.slice(0, server.indexOf('\n}'))
  const types = new Map(
    [
      ...(/types \{([^]*?)\n {2}\}/.exec(block)?.[1] ?? '').matchAll(/^\s*(\S+) ([\w ]+);$/gm),
    ].flatMap(([, type = '', endings = '']) =>
      endings.split(' ').map((ending) => [ending, type] as const),
    ),
  )
  const withCharset = new Set([
    'text/html',
    ...(/charset_types ([^;]+);/.exec(block)?.[1] ?? '').split(' '),
  ])
  const fixed = [...block.matchAll(/^ {2}add_header (\S+) "([^"]+)" always;$/gm)]
  const cache = variable('cache')
  const allow = variable('allow')
  const isolate = variable('isolate')
  return (path) => {
    const uri = path.endsWith('/') ? `${path}index.html` : path
    const type = types.get(/\.(\w+)$/.exec(uri)?.[1] ?? '') ?? 'application/octet-stream'
    return {
      ...Object.fromEntries(fixed.map(([, name = '', value = '']) => [name, value])),
      'cache-control': cache(uri),
      'content-type': withCharset.has(type) ? `${type}; charset=utf-8` : type,
      ...(allow(uri) !== '' && { 'access-control-allow-origin': allow(uri) }),
      ...(isolate(uri) !== '' && { 'cross-origin-embedder-policy': isolate(uri) }),
    }
  }
}
