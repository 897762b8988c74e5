// npm run budget: the bytes of each kind of visit, beside their limits.
//   --report <file>   also writes { passed, failed } there
// @ts-check
import { writeFileSync } from 'node:fs'
import { LIMITS } from './limits.mjs'
import { measureBytes } from '../../tools/drive/measure-bytes.mjs'

const { docsScripts, playOpened, playFirstPage, playAll, forLater, largest } = await measureBytes()

/** @type {Record<import('./limits.mjs').BudgetName, number>} */
const measured = {
  'docs page, JavaScript': docsScripts,
  '/play until the first page with data': playFirstPage,
  '/play in all': playAll,
  'kept for later, beyond /play in all': forLater,
}

let failed = 0
for (const [name, bytes] of Object.entries(measured)) {
  const limit = LIMITS[/** @type {import('./limits.mjs').BudgetName} */ (name)]
  const fits = bytes > 0 && bytes <= limit
  if (!fits) failed += 1
  console.log(
    `${fits ? 'ok  ' : 'FAIL'} ${name.padEnd(38)} ${kilobytes(bytes)} of ${kilobytes(limit)}`,
  )
}
console.log(`     ${'/play opened, not started (no limit)'.padEnd(38)} ${kilobytes(playOpened)}`)
console.log('\nThe largest files of /play:')
for (const [path, bytes] of largest) console.log(`${kilobytes(bytes)}  ${path}`)

const at = process.argv.indexOf('--report')
const reportFile = process.argv[at + 1]
const passed = Object.keys(measured).length - failed
if (at !== -1 && reportFile) writeFileSync(reportFile, JSON.stringify({ passed, failed }))
process.exitCode = failed === 0 ? 0 : 1

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0).padStart(6)} kB`
}
