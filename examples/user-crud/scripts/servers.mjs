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
function claimPort(port) {
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

/**
 * @param {{ port: number, apiPort: number, isBuilt?: boolean, quiet?: boolean, env?: NodeJS.ProcessEnv }} options
 *   A port of 0 is any free one. `isBuilt` runs what `next build` made; otherwise both servers follow edits.
 */
export async function startServers({ port, apiPort, isBuilt = false, quiet = isBuilt, env = {} }) {
  const [webPort, pythonPort] = [await claimPort(port), await claimPort(apiPort)]
  const apiUrl = `http://localhost:${pythonPort}`
  const webUrl = `http://localhost:${webPort}`
  const stdio = quiet ? 'ignore' : 'inherit'
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = []

  /** @param {string} command @param {string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} own */
  const start = (command, args, cwd, own) => {
    const child = spawn(command, args, { cwd, stdio, env: { ...process.env, ...env, ...own } })
    children.push(child)
    return child
  }
  const stop = () => {
    for (const child of children) child.kill()
  }

  try {
    const uvicorn = [
      '-m',
      'uvicorn',
      app,
      '--port',
      String(pythonPort),
      ...(isBuilt ? [] : ['--reload']),
    ]
    await waitFor(`${apiUrl}/health`, start(python, uvicorn, backend, {}))
    const next = createRequire(`${frontend}package.json`).resolve('next/dist/bin/next')
    const nextArgs = [
      next,
      isBuilt ? 'start' : 'dev',
      '--port',
      String(webPort),
      '--hostname',
      'localhost',
    ]
    const web = start(process.execPath, nextArgs, frontend, {
      API_URL: apiUrl,
      NEXT_TELEMETRY_DISABLED: '1',
    })
    await waitFor(`${webUrl}/icon.svg`, web)
  } catch (error) {
    stop()
    throw error
  }
  const ended = Promise.race(
    children.map((child) => new Promise((resolve) => child.once('exit', resolve))),
  )
  return { webUrl, apiUrl, stop, ended }
}
