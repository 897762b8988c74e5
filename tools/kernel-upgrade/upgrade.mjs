// npm run kernel:upgrade VERSION: builds the kernel from another release of Next, in a copy of the checkout below the
// system's temporary folder, checks it there, and prints what fails. The checkout stays as it is.
//   --keep   the copy stays even when everything passes
// @ts-check
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../build/build-if-changed.mjs'
import { explainNpmFailure } from '../start/install-packages.mjs'
import { prepare, runCommand } from '../start/prepare.mjs'
import { copyCheckout } from './copy-checkout.mjs'
import { findVersion, readArguments } from './find-version.mjs'
import { upgradeReport } from './report.mjs'
import { runStages } from './run-stages.mjs'
import { stagesFor } from './stages.mjs'

await runCommand(async () => {
  const { wanted, isKept } = readArguments(process.argv.slice(2))
  const version = await findVersion(wanted)
  const { log } = await prepare()
  // Its real path: bundlers name files by it.
  const copy = realpathSync(mkdtempSync(join(tmpdir(), `both-ends-next-${version}-`)))
  log(`copy: ${copy}`)
  let isLeft = isKept
  // However the command ends: at its end, at an error, at Ctrl-C.
  process.once('exit', () => {
    if (!isLeft) rmSync(copy, { recursive: true, force: true, maxRetries: 3 })
  })
  await copyCheckout(ROOT, copy)
  const folder = join(copy, 'build', 'upgrade')
  const results = await runStages(stagesFor(version), { copy, folder, log })
  const hasFailed = results.some(({ counts }) => counts.failed > 0)
  isLeft ||= hasFailed
  console.log(`\n${upgradeReport({ wanted: version, present: presentVersion() }, results)}`)
  const notInstalled = results.find(({ name }) => name === 'packages')?.failures[0]
  if (notInstalled)
    console.log(`\n${explainNpmFailure(notInstalled.message, 'npm install').message}`)
  if (isLeft) console.log(`\nThe copy is in ${copy}, its logs in build/upgrade there.`)
  process.exitCode = hasFailed ? 1 : 0
})

function presentVersion() {
  const file = join(ROOT, 'node_modules', 'next', 'package.json')
  return JSON.parse(readFileSync(file, 'utf8')).version
}
