// docs/embedding and docs/deploying-this-site say what is: their examples are the files that these tests run, their sizes and
// times are measured ones.
import { readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { findTwin } from '../../tools/serve/compressed.mjs'
import { readMeter } from '../e2e/support/meter.ts'
import { readFixture } from './support/lectures.ts'
import { expect, siteOrigin, test } from './support/test.ts'

const EMBEDDING = readFileSync(join(ROOT, 'content/docs/embedding.mdx'), 'utf8')
const DEPLOYING = readFileSync(join(ROOT, 'content/docs/deploying-this-site.mdx'), 'utf8')

const FIXTURES = [
  'plain/index.html',
  'nextra/BothEnds.tsx',
  'nextra/page.mdx',
  'docusaurus/BothEnds.tsx',
  'docusaurus/page.mdx',
  'slidev/slides.md',
]

test('the examples of docs/embedding are the files that are tested', () => {
  const blocks = [...EMBEDDING.matchAll(/^```\w+ filename="[^"]+"\n([^]*?)^```$/gm)].map(
    ([, code]) => code,
  )
  expect(blocks).toEqual(FIXTURES.map(readFixture))
})

test('the examples in TypeScript agree with the types that the site serves', () => {
  const wrong = `import { mount } from './both-ends'
    void mount(document.body, { from: 'elsewhere' })
    void mount(document.body).reed('backend/main.py')
    mount(document.body).on('trace', ({ hops }) => hops.length.toUpperCase())`
  expect(
    findTypeProblems({
      'nextra.tsx': readFixture('nextra/BothEnds.tsx'),
      'docusaurus.tsx': readFixture('docusaurus/BothEnds.tsx'),
      'wrong.ts': wrong,
      'both-ends.d.ts': readFileSync(join(ROOT, 'build/site/embed/both-ends.d.ts'), 'utf8'),
    }),
  ).toEqual([
    expect.stringMatching(/^wrong.ts: Type '"elsewhere"' is not assignable/),
    expect.stringMatching(/^wrong.ts: Property 'reed' does not exist on type 'Embed'/),
    expect.stringMatching(/^wrong.ts: Property 'toUpperCase' does not exist on type 'number'/),
  ])
})

/** What TypeScript says of files that lie in one folder. */
function findTypeProblems(texts: Readonly<Record<string, string>>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    skipLibCheck: true,
    types: [],
  }
  const folder = join(ROOT, 'tests/embed/fixtures')
  const files = new Map(Object.entries(texts).map(([name, text]) => [join(folder, name), text]))
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => files.has(path) || fileExists(path)
  host.readFile = (path) => files.get(path) ?? readFile(path)
  host.getSourceFile = (path, ...rest) => {
    const text = files.get(path)
    return text === undefined
      ? getSourceFile(path, ...rest)
      : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) =>
      [basename(file?.fileName ?? ''), ts.flattenDiagnosticMessageText(messageText, ' ')].join(
        ': ',
      ),
    )
}

test('the sizes in docs/embedding are those of today', async ({ page, lectures }) => {
  const kilobytes = (await size('embed/both-ends.js')) / 1000
  expect(told(EMBEDDING, '`/embed/both-ends.js`')).toBe(`${kilobytes.toFixed(1)} kB`)
  // The tests before may still be served.
  const before = await quiet()
  await page.goto(`http://${lectures.host}/plain/`)
  const frame = page.frameLocator('iframe[title="Both Ends"]')
  await expect(frame.getByRole('combobox', { name: 'File', exact: true })).toBeVisible()
  const opened = (await quiet()) - before
  await page.getByRole('button', { name: 'Greet Ada' }).click()
  await expect(page.getByText('Hello, Ada!')).toBeVisible({ timeout: 60_000 })
  const started = (await quiet()) - before
  for (const [row, bytes] of [
    ['the frame, before the start', opened],
    ['the frame, after the start', started],
  ] as const) {
    const told = megabytes(row)
    expect(Math.abs(bytes / 1e6 - told), `${row}: ${String(bytes)} bytes`).toBeLessThanOrEqual(0.1)
  }
})

/** Compressed, of a file of the site. */
async function size(path: string): Promise<number> {
  const twin = await findTwin(join(ROOT, 'build/site', path))
  if (twin === null) throw new Error(`${path} has no compressed twin: run npm run build.`)
  return statSync(twin).size
}

async function sent(): Promise<number> {
  return [...(await readMeter()).values()].reduce((sum, bytes) => sum + bytes, 0)
}

/** What has been sent when nothing more was for a while. */
async function quiet(): Promise<number> {
  let last = await sent()
  let since = Date.now()
  await expect
    .poll(
      async () => {
        const now = await sent()
        if (now !== last) since = Date.now()
        last = now
        return Date.now() - since
      },
      { timeout: 60_000, intervals: [200] },
    )
    // The compiler comes a while after the first page.
    .toBeGreaterThan(5000)
  return last
}

/** The second cell of a table's row. */
function told(text: string, row: string): string {
  const line = text.split('\n').find((one) => one.startsWith(`| ${row} |`)) ?? ''
  return line.split('|')[2]?.trim() ?? ''
}

function megabytes(row: string): number {
  const [, number] = /^([\d.]+) MB$/.exec(told(EMBEDDING, row)) ?? []
  return Number(number)
}

interface Recorded {
  readonly date: string
  readonly machine: string
  readonly node: string
  readonly chromium: string
  readonly one: { readonly requests: number; readonly bytes: number; readonly ms: number }
  readonly room: {
    readonly learners: number
    readonly requests: number
    readonly bytes: number
    readonly firstMs: number
    readonly medianMs: number
    readonly lastMs: number
  }
}

test('the room in docs/deploying-this-site is the one that was measured', () => {
  const file = join(ROOT, 'tools/bench/generated/room.json')
  const { one, room, ...run } = JSON.parse(readFileSync(file, 'utf8')) as Recorded
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  const count = (number: number) => number.toLocaleString('en')
  expect(rowOf('learners')).toEqual(['1', count(room.learners)])
  expect(rowOf('requests')).toEqual([count(one.requests), count(room.requests)])
  expect(rowOf('sent')).toEqual([
    `${(one.bytes / 1e6).toFixed(1)} MB`,
    `${count(Math.round(room.bytes / 1e6))} MB`,
  ])
  expect(rowOf('the first has all')).toEqual([seconds(one.ms), seconds(room.firstMs)])
  expect(rowOf('the median')).toEqual(['', seconds(room.medianMs)])
  expect(rowOf('the last')).toEqual(['', seconds(room.lastMs)])
  for (const part of [run.machine, run.node, run.chromium, run.date])
    expect(DEPLOYING).toContain(part)
})

function rowOf(row: string): string[] {
  const line = DEPLOYING.split('\n').find((one) => one.startsWith(`| ${row} |`)) ?? ''
  return line
    .split('|')
    .slice(2, 4)
    .map((cell) => cell.trim())
}

test('the module is there for every origin, and imports nothing', async ({ request }) => {
  const answer = await request.get(`${siteOrigin()}/embed/both-ends.js`)
  expect(answer.headers()['access-control-allow-origin']).toBe('*')
  expect(answer.headers()['content-type']).toBe('text/javascript; charset=utf-8')
  expect(await answer.text()).not.toMatch(/\bimport\s*[("'{*]/)
})
