// npm run check: everything that can be said about the code without running it in a browser. Prints the output of
// what failed, and one line for each part.
//   --report <file>   also writes { passed, failed } there
// @ts-check
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { ROOT } from '../build/build-if-changed.mjs'
import { prepare, runCommand } from '../start/prepare.mjs'
import { ensureVenv } from '../venv/venv.mjs'
import { parts } from './parts.mjs'

/** As many at once as the smallest machine has cores. */
const LANES = 2

await runCommand(async () => {
  await ensureVenv(await prepare())
  const results = await runParts()
  const failed = results.filter((ok) => !ok).length
  const at = process.argv.indexOf('--report')
  const reportFile = process.argv[at + 1]
  if (at !== -1 && reportFile)
    writeFileSync(reportFile, JSON.stringify({ passed: results.length - failed, failed }))
  process.exitCode = failed === 0 ? 0 : 1
})

/** @returns {Promise<boolean[]>} */
async function runParts() {
  /** @type {boolean[]} */
  const results = []
  const waiting = [...parts]
  const lane = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift())
      results.push(await runPart(part))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return results
}

/** @param {import('./parts.mjs').Part} part */
async function runPart({ name, commands }) {
  const start = performance.now()
  let output = ''
  let ok = true
  for (const command of commands) {
    const ended = await run(command)
    output += ended.output
    ok &&= ended.ok
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${ok ? '' : `\n${output.trim()}\n`}${ok ? 'ok  ' : 'FAIL'} ${name} ${seconds} s`)
  return ok
}

/**
 * @param {readonly [string, ...string[]]} command
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        output += chunk.toString()
      })
    }
    child.on('error', (cause) => resolve({ ok: false, output: cause.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}
