// npm run bench: one table of medians, each beside the real servers in the same run.
//   --quick          few samples, for a look
//   --no-reference   leaves the real servers out
// @ts-check
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cpus } from 'node:os'
import { ROOT } from '../build/build-if-changed.mjs'
import { measureBytes } from '../drive/measure-bytes.mjs'
import { startServers } from '../serve/serve.mjs'
import { buildAll } from '../start/build-steps.mjs'
import { prepare, runCommand } from '../start/prepare.mjs'
import { clientEdit, pythonEdit, serverEdit } from './edits.mjs'
import { formatTable } from './median.mjs'
import { measureEdits, measureStarts } from './playground-runs.mjs'
import { measureReference } from './reference-runs.mjs'

const quick = process.argv.includes('--quick')
const AMOUNTS = quick
  ? { starts: 1, rounds: 3, requests: 50, manyEdits: 20 }
  : { starts: 5, rounds: 15, requests: 300, manyEdits: 200 }

await runCommand(async () => {
  const prepared = await prepare()
  await buildAll(prepared)
  const { log } = prepared
  const reference = process.argv.includes('--no-reference') ? null : await measureReference(AMOUNTS)
  log('bench: the real servers are measured')
  const { starts, edits } = await measurePlayground(log)
  const bytes = await measureBytes()
  const table = formatTable(toRows(starts, edits, bytes, reference))
  const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`
  console.log(`\n${table}\n\n${machine}`)
  writeFileSync(join(ROOT, 'build', 'bench.md'), `${table}\n\n${machine}\n`)
})

/** @param {(line: string) => void} log */
async function measurePlayground(log) {
  const servers = await startServers()
  try {
    const starts = []
    for (let index = 0; index < AMOUNTS.starts; index += 1) {
      starts.push(await measureStarts(servers.siteOrigin))
      log(`bench: start ${index + 1} of ${AMOUNTS.starts}`)
    }
    const edits = await measureEdits(servers.siteOrigin, AMOUNTS)
    log('bench: the edits are measured')
    return { starts, edits }
  } finally {
    await servers.stop()
  }
}

/**
 * @param {{ cold: import('./playground-runs.mjs').StartTimes, back: import('./playground-runs.mjs').StartTimes }[]} starts
 * @param {import('./playground-runs.mjs').EditTimes} edits
 * @param {import('../drive/measure-bytes.mjs').Bytes} bytes
 * @param {import('./reference-runs.mjs').ReferenceTimes | null} reference
 * @returns {import('./median.mjs').Row[]}
 */
function toRows(starts, edits, bytes, reference) {
  const cold = starts.map((start) => start.cold)
  const back = starts.map((start) => start.back)
  const ms = /** @type {const} */ ({ unit: 'ms' })
  const kB = /** @type {const} */ ({ unit: 'kB' })
  const beside = (/** @type {number[] | undefined} */ values, /** @type {string} */ referenceIs) =>
    values === undefined ? {} : { reference: values, referenceIs }
  return [
    {
      ...ms,
      what: 'Run → first page, empty cache',
      ours: cold.map((start) => start.firstPage),
      aim: 1800,
    },
    {
      ...ms,
      what: 'Run → first page with rows, empty cache',
      ours: cold.map((start) => start.firstRows),
      ...beside(reference ? [reference.firstPage] : undefined, 'start both servers and open'),
    },
    {
      ...ms,
      what: 'Run → first FastAPI answer, empty cache',
      ours: cold.map((start) => start.firstAnswer),
      aim: 3500,
    },
    { ...ms, what: 'Run → first page, return visit', ours: back.map((start) => start.firstPage) },
    {
      ...ms,
      what: 'Run → first page with rows, return visit',
      ours: back.map((start) => start.firstRows),
    },
    {
      ...ms,
      what: 'Run → first FastAPI answer, return visit',
      ours: back.map((start) => start.firstAnswer),
      aim: 2500,
    },
    {
      ...ms,
      what: serverEdit.what,
      ours: edits.server,
      aim: 200,
      ...beside(reference?.server, 'next dev'),
    },
    { ...ms, what: clientEdit.what, ours: edits.client, ...beside(reference?.client, 'next dev') },
    {
      ...ms,
      what: pythonEdit.what,
      ours: edits.python,
      aim: 250,
      ...beside(reference?.python, 'uvicorn --reload'),
    },
    {
      ...ms,
      what: 'one request to FastAPI',
      ours: edits.requests,
      aim: 3,
      ...beside(reference?.requests, 'uvicorn, loopback'),
    },
    { ...kB, what: 'a docs page, JavaScript, brotli', ours: [bytes.docsScripts / 1000], aim: 230 },
    { ...kB, what: '/play opened, not started, brotli', ours: [bytes.playOpened / 1000] },
    {
      ...kB,
      what: '/play until the first page with rows, brotli',
      ours: [bytes.playFirstPage / 1000],
      aim: 9000,
    },
    { ...kB, what: '/play in all, brotli', ours: [bytes.playAll / 1000], aim: 13_000 },
    { what: 'memory of the browser, before the edits', ours: [edits.memory.before], unit: 'MB' },
    {
      what: `memory of the browser, after ${AMOUNTS.manyEdits} edits`,
      ours: [edits.memory.after],
      unit: 'MB',
    },
  ]
}
