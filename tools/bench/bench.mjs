// npm run bench: one table of medians, each beside the real servers in the same run.
//   --quick          few samples, for a look
//   --no-reference   leaves the real servers out
//   --soak           in its place: a thousand edits, ten thousand requests, and the memory on the way
//   --room           in its place: two hundred learners who open a lesson at once; recorded for docs/deploying-this-site
// @ts-check
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cpus } from 'node:os'
import { ROOT } from '../build/build-if-changed.mjs'
import { measureBytes } from '../drive/measure-bytes.mjs'
import { startServers } from '../serve/serve.mjs'
import { buildAll } from '../start/build-steps.mjs'
import { prepare, runCommand } from '../start/prepare.mjs'
import { formatTable } from './median.mjs'
import { measureEarlyStart, measureEdits, measureStarts } from './playground-runs.mjs'
import { measureOfflineStart } from './offline-run.mjs'
import { measureReference } from './reference-runs.mjs'
import { byteRows, editRows, offlineRows, startRows } from './rows.mjs'
import { measureRoom, recordRoom, roomRows } from './room.mjs'
import { measureSoak, soakRows } from './soak.mjs'

const quick = process.argv.includes('--quick')
const AMOUNTS = quick
  ? { starts: 1, offline: 1, rounds: 3, requests: 50, manyEdits: 20 }
  : { starts: 5, offline: 3, rounds: 15, requests: 300, manyEdits: 200 }
const SOAK = { edits: [50, 200, 400, 600, 800, 1000], requests: [2500, 5000, 7500, 10_000] }
const QUICK_SOAK = { edits: [10, 20], requests: [100] }

await runCommand(async () => {
  const prepared = await prepare()
  await buildAll(prepared)
  const { log } = prepared
  if (process.argv.includes('--soak'))
    return report(soakRows(await measureSoakHere(log)), 'soak.md')
  if (process.argv.includes('--room')) {
    const room = await measureRoom(log)
    recordRoom(room)
    return report(roomRows(room), 'room.md')
  }
  const reference = process.argv.includes('--no-reference') ? null : await measureReference(AMOUNTS)
  log('bench: the real servers are measured')
  const { starts, edits } = await measurePlayground(log)
  const offline = []
  for (let index = 0; index < AMOUNTS.offline; index += 1) offline.push(await measureOfflineStart())
  log('bench: the offline starts are measured')
  const bytes = await measureBytes()
  report(
    [
      ...startRows(starts, reference),
      ...offlineRows(offline),
      ...editRows(edits, reference, AMOUNTS.manyEdits),
      ...byteRows(bytes),
      ...roomRows(await measureRoom(log)),
    ],
    'bench.md',
  )
})

/** @param {readonly import('./median.mjs').Row[]} rows @param {string} file its name in build/ */
function report(rows, file) {
  const table = formatTable(rows)
  const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`
  console.log(`\n${table}\n\n${machine}`)
  writeFileSync(join(ROOT, 'build', file), `${table}\n\n${machine}\n`)
}

/** @param {(line: string) => void} log */
async function measureSoakHere(log) {
  const servers = await startServers()
  try {
    return await measureSoak(servers.siteOrigin, quick ? QUICK_SOAK : SOAK, log)
  } finally {
    await servers.stop()
  }
}

/** @param {(line: string) => void} log */
async function measurePlayground(log) {
  const servers = await startServers()
  try {
    const starts = []
    for (let index = 0; index < AMOUNTS.starts; index += 1) {
      const { siteOrigin } = servers
      starts.push({
        ...(await measureStarts(siteOrigin)),
        early: await measureEarlyStart(siteOrigin),
      })
      log(`bench: start ${index + 1} of ${AMOUNTS.starts}`)
    }
    const edits = await measureEdits(servers.siteOrigin, AMOUNTS)
    log('bench: the edits are measured')
    return { starts, edits }
  } finally {
    await servers.stop()
  }
}
