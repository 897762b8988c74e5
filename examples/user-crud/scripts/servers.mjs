// @ts-check
// Starts FastAPI, waits until it answers, then starts Next: whoever opens the page first finds both there.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Stop } from './run.mjs'
import { app, backend, frontend } from './settings.mjs'
import { python } from './setup.mjs'

const START_DEADLINE_MS = 120_000

/** @param {number} port 0 asks for any free one @returns {Promise<number>} */
export function claimPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(new Stop(`Port ${port} is in use. Stop what runs there, or set PORT and API_PORT.`)),
    )
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      const claimed = typeof address === 'object' && address ? address.port : port
      probe.close(() => resolve(claimed))
    })
  })
}

/** @param {string} url @param {import('node:child_process').ChildProcess} child */
async function waitFor(url, child) {
  const deadline = Date.now() + START_DEADLINE_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Stop('A server stopped before it answered; its own message is above.')
    const response = await fetch(url, { redirect: 'manual' }).catch(() => null)
    if (response && response.status < 500) return
    await sleep(100)
  }
  throw new Stop(`${url} did not answer within ${START_DEADLINE_MS / 1000} seconds.`)
}

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @param {{ quiet: boolean, env: NodeJS.ProcessEnv }} options */
function createStarter({ quiet, env }) {
  /** @type {ChildProcess[]} */
  const children = []
  return {
    children,
    /** @param {string} command @param {string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} [own] */
    start(command, args, cwd, own = {}) {
      const stdio = quiet ? 'ignore' : 'inherit'
      const child = spawn(command, args, { cwd, stdio, env: { ...process.env, ...env, ...own } })
      children.push(child)
      return child
    },
    stop() {
      for (const child of children) child.kill()
    },
  }
}

/** @param {number} port @param {boolean} isBuilt */
function uvicornArguments(port, isBuilt) {
  // No access log: the app writes a line for each request by itself, with its id.
  const args = ['-m', 'uvicorn', app, '--port', String(port), '--no-access-log']
  return isBuilt ? args : [...args, '--reload']
}

/** @param {number} port @param {boolean} isBuilt */
function nextArguments(port, isBuilt) {
  const next = createRequire(`${frontend}package.json`).resolve('next/dist/bin/next')
  // Without --hostname it listens on every address of this machine.
  return [next, isBuilt ? 'start' : 'dev', '--port', String(port), '--hostname', 'localhost']
}

/**
 * @param {{ port: number, apiUrl: string, isBuilt?: boolean, quiet?: boolean, env?: NodeJS.ProcessEnv }} options
 *   A port of 0 is any free one. `isBuilt` runs what `next build` made; otherwise edits are followed.
 */
export async function startFrontend({ port, apiUrl, isBuilt = false, quiet = isBuilt, env = {} }) {
  const starter = createStarter({ quiet, env })
  const ownPort = await claimPort(port)
  const webUrl = `http://localhost:${ownPort}`
  const web = starter.start(process.execPath, nextArguments(ownPort, isBuilt), frontend, {
    API_URL: apiUrl,
    APP_URL: webUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  })
  try {
    await waitFor(`${webUrl}/icon.svg`, web)
  } catch (error) {
    starter.stop()
    throw error
  }
  return { webUrl, stop: starter.stop, child: web }
}

/** @param {{ port: number, apiPort: number, isBuilt?: boolean, quiet?: boolean, env?: NodeJS.ProcessEnv }} options */
export async function startServers({ port, apiPort, isBuilt = false, quiet = isBuilt, env = {} }) {
  const starter = createStarter({ quiet, env })
  const pythonPort = await claimPort(apiPort)
  const apiUrl = `http://localhost:${pythonPort}`
  try {
    const args = uvicornArguments(pythonPort, isBuilt)
    await waitFor(`${apiUrl}/health`, starter.start(python, args, backend))
    const web = await startFrontend({ port, apiUrl, isBuilt, quiet, env })
    const children = [...starter.children, web.child]
    const ended = Promise.race(
      children.map((child) => new Promise((resolve) => child.once('exit', resolve))),
    )
    const stop = () => {
      starter.stop()
      web.stop()
    }
    return { webUrl: web.webUrl, apiUrl, stop, ended }
  } catch (error) {
    starter.stop()
    throw error
  }
}
