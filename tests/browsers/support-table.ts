// What the journeys saw, as it is kept (recorded.json) and as the docs show it (content/docs/browsers.mdx).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { BROWSERS, type BrowserName } from './driver.ts'

/** A step in a browser: null when it was done, else the sentence that says why it was not run. */
export type Cell = string | null

export interface SeenJourney {
  readonly journey: string
  readonly rows: readonly { readonly says: string; readonly cell: Cell }[]
}

/** One browser with a setting of its own, and what happens in it. */
export interface SeenSetting {
  readonly browser: BrowserName
  readonly says: string
  readonly outcome: string
}

export interface Recorded {
  readonly date: string
  readonly versions: Readonly<Record<BrowserName, string>>
  readonly journeys: Readonly<Record<BrowserName, readonly SeenJourney[]>>
  readonly settings: readonly SeenSetting[]
  /** Megabytes of all processes of Chromium, the playground open. */
  readonly memory: readonly { readonly says: string; readonly megabytes: number }[]
}

/** What one test leaves behind for the comparison. */
export type Seen =
  | (SeenJourney & {
      readonly type: 'journey'
      readonly browser: BrowserName
      readonly version: string
      readonly place: number
    })
  | { readonly type: 'setting'; readonly place: number; readonly setting: SeenSetting }
  | { readonly type: 'memory'; readonly memory: Recorded['memory'] }

const RECORDED = join(ROOT, 'tests/browsers/recorded.json')
export const PAGE = join(ROOT, 'content/docs/browsers.mdx')
const NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' } as const
const BEGIN = '{/* recorded: written by the suite, see CONTRIBUTING */}'
const END = '{/* end of what was recorded */}'

export function readRecorded(): Recorded {
  const parsed: Recorded = JSON.parse(readFileSync(RECORDED, 'utf8'))
  return parsed
}

export function writeRecorded(recorded: Recorded): void {
  writeFileSync(RECORDED, `${JSON.stringify(recorded, null, 2)}\n`)
  const page = readFileSync(PAGE, 'utf8')
  const [before = '', rest = ''] = page.split(BEGIN)
  const after = rest.slice(rest.indexOf(END))
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${toTables(recorded)}\n\n${after}`)
}

/** Everything that the tests of one run left behind. */
export function toRecorded(all: readonly Seen[], date: string): Recorded {
  const seen = all.filter((one) => one.type === 'journey').sort((a, b) => a.place - b.place)
  const journeysOf = (name: BrowserName) =>
    seen.filter(({ browser }) => browser === name).map(({ journey, rows }) => ({ journey, rows }))
  const versionOf = (name: BrowserName) =>
    seen.find(({ browser }) => browser === name)?.version ?? 'not run'
  const each = <Value>(of: (name: BrowserName) => Value) => ({
    chromium: of('chromium'),
    firefox: of('firefox'),
    webkit: of('webkit'),
  })
  return {
    date,
    versions: each(versionOf),
    journeys: each(journeysOf),
    settings: all
      .filter((one) => one.type === 'setting')
      .sort((a, b) => a.place - b.place)
      .map(({ setting }) => setting),
    memory: all.flatMap((one) => (one.type === 'memory' ? one.memory : [])),
  }
}

/** The part of the page that is written by the suite. */
export function betweenMarks(page: string): string {
  const start = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  if (start === -1 || end < start) throw new Error('content/docs/browsers.mdx has lost its marks.')
  return page.slice(start + BEGIN.length, end)
}

/** What a later run must see again: versions, dates and megabytes change by themselves. */
export function claims({ journeys, settings }: Recorded): unknown {
  return { journeys, settings }
}

export function toTables(recorded: Recorded): string {
  const notes: string[] = []
  const note = (sentence: string) => {
    if (!notes.includes(sentence)) notes.push(sentence)
    return notes.indexOf(sentence) + 1
  }
  const { journeys, settings, memory, versions, date } = recorded
  const titles = journeys.chromium.map(({ journey }) => journey)
  const tables = titles.map((title) => journeyTable(title, recorded, note))
  const list = notes.map((sentence, index) => `${index + 1}. ${sentence}`)
  return [
    `Recorded on ${date}, with ${BROWSERS.map((name) => `${NAMES[name]} ${versions[name]}`).join(', ')}.`,
    ...tables,
    ...(list.length > 0 ? ['Where a cell is a number:', list.join('\n')] : []),
    '## With other settings',
    table(
      ['setting', 'browser', 'what happens'],
      settings.map(({ says, browser, outcome }) => [says, NAMES[browser], outcome]),
    ),
    '## Memory',
    table(
      ['the playground with the directory, in Chromium', 'MB'],
      memory.map(({ says, megabytes }) => [says, String(megabytes)]),
    ),
  ].join('\n\n')
}

function journeyTable(
  title: string,
  { journeys }: Recorded,
  note: (sentence: string) => number,
): string {
  const columns = BROWSERS.map((name) => journeys[name].find(({ journey }) => journey === title))
  const rows = columns[0]?.rows ?? []
  const body = rows.map(({ says }) => [
    says,
    ...columns.map((column) => {
      const cell = column?.rows.find((row) => row.says === says)?.cell
      return cell === undefined ? '' : cell === null ? 'yes' : String(note(cell))
    }),
  ])
  return `### ${title}\n\n${table(['step', ...BROWSERS.map((name) => NAMES[name])], body)}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
