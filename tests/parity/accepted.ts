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
  const patterns = [...where.matchAll(/`([^`]+)`/g)].map(([, glob = '']) => toPattern(glob))
  if (id === '' || patterns.length === 0 || rest.length !== 3 || rest.includes('')) {
    throw new Error(
      `A row of accepted differences needs id, where (in code marks), real, here, why: ${line}`,
    )
  }
  return { id, where: patterns }
}

function toPattern(glob: string): RegExp {
  if (glob.split('/').length !== 4)
    throw new Error(`"${glob}" should be flavour/example/step/part.`)
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '[^/]*')
  return new RegExp(`^${escaped}$`)
}

export function findRow(rows: readonly AcceptedRow[], key: string): AcceptedRow | null {
  return rows.find(({ where }) => where.some((pattern) => pattern.test(key))) ?? null
}
