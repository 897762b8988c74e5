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
import { formatTable } from './median.mjs'
import { measureEarlyStart, measureEdits, measureStarts } from './playground-runs.mjs'
import { measureReference } from './reference-runs.mjs'
import { byteRows, editRows, startRows } from './rows.mjs'

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
  const table = formatTable([
    ...startRows(starts, reference),
    ...editRows(edits, reference, AMOUNTS.manyEdits),
    ...byteRows(bytes),
  ])
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
