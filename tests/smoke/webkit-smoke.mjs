// The smoke run in WebKitGTK: MiniBrowser under Xvfb, driven by WebKitWebDriver.
//   --report <file>   also writes { passed, failed } there
// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser, missingBrowserSentence } from '../../tools/browsers/find-browsers.mjs'
import { startServers } from '../../tools/serve/serve.mjs'
import { readConventions } from './conventions-files.mjs'
import { conventionsSteps } from './conventions-steps.mjs'
import { smokeSteps } from './smoke-steps.mjs'
import { openSession } from './web-driver.mjs'

const PREVIEW = 'iframe[title^="Preview"]'

/** Runs in the page. Bytes come as text that says so, see `asText`. Those of an answer stay there: WebDriver would send each as a property of its own, a minute for a trace. */
const CALL = `const given = JSON.parse(args[1], (key, value) =>
  value?.base64 === undefined ? value : Uint8Array.from(atob(value.base64), (one) => one.charCodeAt(0)))
const answer = await window.bothEnds[args[0]](...given)
return JSON.stringify(answer ?? null, (key, value) =>
  ArrayBuffer.isView(value) ? null : typeof value === 'bigint' ? String(value) : value)`

const driver = findBrowser('webkit')
if (driver === null) throw new Error(missingBrowserSentence('webkit'))
if (!process.env.DISPLAY) {
  // Once more, with a display: xvfb-run brings one and takes it away again.
  const { status, error } = spawnSync(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1440x900x24', process.execPath, ...process.argv.slice(1)],
    { stdio: 'inherit' },
  )
  if (error)
    throw new Error(
      'WebKitGTK needs a display and xvfb-run was not found: apt-get install xvfb xauth.',
    )
  process.exit(status ?? 1)
}

const servers = await startServers()
const session = await openSession({
  command: driver,
  args: (port) => [`--port=${port}`],
  capabilities: {
    'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
  },
})
const steps = [...smokeSteps, ...conventionsSteps(await readConventions())]
let passed = 0
let failed = 0
try {
  await session.open(`${servers.siteOrigin}/play/`)
  await session.run(
    'while (!window.bothEnds) await new Promise((resolve) => setTimeout(resolve, 50))',
  )
  /** @type {(name: string, ...args: unknown[]) => any} what a method answers is known where it is called */
  const call = (name, ...args) => session.run(CALL, name, asText(args)).then(JSON.parse)
  const playground = { call, shows: waitForText, inPreview }
  for (const { name, run } of steps) {
    const start = performance.now()
    await run(playground)
    passed += 1
    console.log(`ok   ${name} ${Math.round(performance.now() - start)} ms`)
  }
} catch (cause) {
  failed = 1
  console.log(
    `FAIL ${steps[passed]?.name}: ${cause instanceof Error ? cause.message.slice(0, 600) : cause}`,
  )
  console.log(
    await session.run('return JSON.stringify(await window.bothEnds.stages())').catch(String),
  )
} finally {
  await session.close()
  await servers.stop()
}
const at = process.argv.indexOf('--report')
const reportFile = process.argv[at + 1]
if (at !== -1 && reportFile) writeFileSync(reportFile, JSON.stringify({ passed, failed }))
process.exit(failed === 0 ? 0 : 1)

/** @param {unknown[]} args JSON, or bytes in it @returns {string} */
function asText(args) {
  return JSON.stringify(args, (_key, value) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  )
}

/** @type {import('./conventions-steps.mjs').InPreview} */
async function inPreview(work, argument) {
  return session.runIn(PREVIEW, `return (${work})(...args)`, argument)
}

/** @param {string | RegExp} text @param {number} [timeoutMs] */
async function waitForText(text, timeoutMs = 10_000) {
  const start = performance.now()
  let last = ''
  while (performance.now() - start < timeoutMs) {
    last =
      (await session.run('return (await window.bothEnds.page()).text').catch(() => null)) ?? last
    if (typeof text === 'string' ? last.includes(text) : text.test(last))
      return performance.now() - start
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(
    `The preview did not show ${text} within ${timeoutMs} ms. It shows: ${last.slice(0, 300)}`,
  )
}

/** Debian keeps it out of PATH, below the folder of its architecture. */
function findMiniBrowser() {
  if (process.env.WEBKIT_BROWSER_PATH) return process.env.WEBKIT_BROWSER_PATH
  const found = readdirSync('/usr/lib')
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((version) =>
        join('/usr/lib', folder, version, 'MiniBrowser'),
      ),
    )
    .find((path) => existsSync(path))
  if (found === undefined) throw new Error(missingBrowserSentence('webkit'))
  return found
}
