// The same work on real servers, in the same run: examples/directory under `next dev` and `uvicorn --reload`, edited on
// disk. Runs in a copy below build/, so that an interrupted bench leaves no edit behind.
// @ts-check
import { spawn } from 'node:child_process'
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../build/build-if-changed.mjs'
import { findFreePort } from '../serve/free-port.mjs'
import { createProfile, timeUntilText, WAIT_MS, waitForText, withPage } from './browser.mjs'
import { clientEdit, pythonEdit, serverEdit } from './edits.mjs'

const COPY = join(ROOT, 'build', 'bench', 'directory')

/**
 * @typedef {object} ReferenceTimes
 * @property {number} firstPage from the start of both servers until the page shows rows
 * @property {number[]} server
 * @property {number[]} client
 * @property {number[]} python
 * @property {number[]} requests one request to uvicorn over loopback, each
 */

/** @param {{ rounds: number, requests: number }} amounts @returns {Promise<ReferenceTimes>} */
export async function measureReference({ rounds, requests }) {
  await copyExample()
  const script = (/** @type {string} */ name) =>
    import(pathToFileURL(join(COPY, 'scripts', name)).href)
  const { startServers } = await script('servers.mjs')
  const profile = createProfile()
  const start = performance.now()
  const servers = await startServers({ port: 0, apiPort: 0, reload: true, quiet: true })
  try {
    return await withPage(profile.folder, async (page) => {
      await page.goto(servers.webUrl)
      await waitForText(page, 'people in all')
      const firstPage = performance.now() - start
      const server = await timeEdits(page, serverEdit, rounds)
      const client = await timeEdits(page, clientEdit, rounds)
      const health = `${servers.apiUrl.replace('localhost', '127.0.0.1')}/health`
      const python = await timePythonEdits(health, rounds)
      servers.stop()
      return { firstPage, server, client, python, requests: await timeUvicorn(script, requests) }
    })
  } finally {
    servers.stop()
    profile.remove()
  }
}

/**
 * By uvicorn as it is deployed: with --reload its sockets wait up to 40 ms before the second packet of an answer
 * (Nagle's algorithm stays on), which is not what a request costs.
 * @param {(name: string) => Promise<any>} script of the example's copy
 * @param {number} requests
 */
async function timeUvicorn(script, requests) {
  const { app, backend } = await script('settings.mjs')
  const { python } = await script('setup.mjs')
  const port = String(await findFreePort())
  const uvicorn = ['-m', 'uvicorn', app, '--port', port, '--log-level', 'warning']
  const child = spawn(python, uvicorn, { cwd: backend, stdio: 'ignore' })
  try {
    const health = `http://127.0.0.1:${port}/health`
    await waitForAnswer(health, '')
    return await timeRequests(health, requests)
  } finally {
    child.kill()
  }
}

/** Installs the example where it lies, once, and copies it with what was installed. */
async function copyExample() {
  const example = join(ROOT, 'examples', 'directory')
  const { installMissing } = await import(pathToFileURL(join(example, 'scripts', 'setup.mjs')).href)
  await installMissing()
  rmSync(COPY, { recursive: true, force: true })
  const skipped = new Set([join(example, 'frontend', '.next')])
  cpSync(example, COPY, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !skipped.has(path) && !path.endsWith('.db'),
  })
  if (!existsSync(join(COPY, 'frontend')))
    throw new Error('The copy of examples/directory is not whole.')
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('./edits.mjs').Edit} edit
 * @param {number} rounds
 */
async function timeEdits(page, edit, rounds) {
  const times = []
  for (let round = 0; round <= rounds; round += 1) {
    const { text, shows } = edit.make(round)
    const write = async () => writeFileSync(join(COPY, edit.file), text)
    times.push(await timeUntilText(page, shows, write))
  }
  return times.slice(1)
}

/** @param {string} url @param {number} rounds */
async function timePythonEdits(url, rounds) {
  const times = []
  for (let round = 0; round <= rounds; round += 1) {
    const { text, shows } = pythonEdit.make(round)
    const start = performance.now()
    writeFileSync(join(COPY, pythonEdit.file), text)
    await waitForAnswer(url, shows)
    times.push(performance.now() - start)
  }
  return times.slice(1)
}

/** @param {string} url @param {string} shows */
async function waitForAnswer(url, shows) {
  const deadline = Date.now() + WAIT_MS
  while (Date.now() < deadline) {
    // Refused while uvicorn starts again.
    const text = await fetch(url).then(
      (answer) => answer.text(),
      () => null,
    )
    if (text?.includes(shows)) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`uvicorn did not answer "${shows}".`)
}

/**
 * Over one kept-alive connection of node:http: fetch adds up to 40 ms of its own here.
 * @param {string} url
 * @param {number} count
 */
async function timeRequests(url, count) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times = []
  for (let index = 0; index < count; index += 1) {
    const start = performance.now()
    await ask(url, agent)
    times.push(performance.now() - start)
  }
  agent.destroy()
  return times
}

/** @param {string} url @param {Agent} agent @returns {Promise<void>} */
function ask(url, agent) {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      answer.resume()
      answer.on('end', resolve)
    }).on('error', reject)
  })
}
