// The differences that we accept: rows of a table in content/docs/what-is-real.mdx, so that readers see them too.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../tools/build/build-if-changed.mjs'

const PAGE = join(ROOT, 'content/docs/what-is-real.mdx')
const HEADING = '## Differences that the parity run accepts'

export interface AcceptedRow {
  readonly id: string
  /** Keys of differences, `<flavour>/<example>/<step>/<part>`; `*` stands for any text within one part. */
  readonly where: readonly RegExp[]
  /** The apps that the patterns name; `*` for all. */
  readonly apps: readonly string[]
}

export function readAcceptedRows(text = readFileSync(PAGE, 'utf8')): readonly AcceptedRow[] {
  const section = text.split(HEADING)[1]?.split(/^## /m)[0]
  if (section === undefined)
    throw new Error(`content/docs/what-is-real.mdx has no section "${HEADING.slice(3)}".`)
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
  return rows.map(readRow)
}

function readRow(line: string): AcceptedRow {
  const cells = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
  const [id = '', where = '', ...rest] = cells
  const globs = [...where.matchAll(/`([^`]+)`/g)].map(([, glob = '']) => glob)
  const patterns = globs.map(toPattern)
  if (id === '' || patterns.length === 0 || rest.length !== 3 || rest.includes('')) {
    throw new Error(
      `A row of accepted differences needs id, where (in code marks), real, here, why: ${line}`,
    )
  }
  return { id, where: patterns, apps: globs.map((glob) => glob.split('/')[1] ?? '') }
}

function toPattern(glob: string): RegExp {
  if (glob.split('/').length !== 4)
    throw new Error(`"${glob}" should be flavour/example/step/part.`)
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '[^/]*')
  return new RegExp(`^${escaped}$`)
}

/** Rows that accepted nothing, of those that are about one of these apps: the page says what is no longer so. */
export function findStaleRows(
  rows: readonly AcceptedRow[],
  apps: readonly string[],
  keys: readonly string[],
): readonly string[] {
  return rows
    .filter(({ apps: named }) => named.some((app) => apps.includes(app)))
    .filter(({ where }) => !keys.some((key) => where.some((pattern) => pattern.test(key))))
    .map(({ id }) => id)
}

export function findRow(rows: readonly AcceptedRow[], key: string): AcceptedRow | null {
  return rows.find(({ where }) => where.some((pattern) => pattern.test(key))) ?? null
}
