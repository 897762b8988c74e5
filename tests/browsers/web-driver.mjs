// A small client for WebDriver (https://www.w3.org/TR/webdriver2/), for WebKitGTK, which Playwright cannot drive.
// Only what the journeys need: open, run a script, in a frame too, keys, the pointer, the size of the window, close.
// @ts-check
import { spawn } from 'node:child_process'
import { findFreePort } from '../../tools/serve/free-port.mjs'

/** A driver that has not answered by then will not. */
const DRIVER_START_MS = 15_000
/** The longest that one script may wait. */
const SCRIPT_MS = 180_000

/**
 * @typedef {object} DriverSession
 * @property {(url: string) => Promise<void>} open
 * @property {(body: string, ...args: unknown[]) => Promise<any>} run the body of an async function; `args` is in scope
 * @property {(frame: string, body: string, ...args: unknown[]) => Promise<any>} runIn the same in a frame of the page, by its selector
 * @property {(devices: readonly object[]) => Promise<void>} perform what input devices do (https://www.w3.org/TR/webdriver2/#actions)
 * @property {(size: { width: number, height: number }) => Promise<void>} resize the window, its own bars included
 * @property {() => Promise<string>} screenshot PNG, base64
 * @property {string} version of the browser
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ command: string, args: (port: number) => string[], capabilities: object, env?: NodeJS.ProcessEnv }} driver
 * @returns {Promise<DriverSession>}
 */
export async function openSession({ command, args, capabilities, env = process.env }) {
  const port = await findFreePort()
  const child = spawn(command, args(port), { stdio: 'ignore', detached: true, env })
  /** @type {Error | null} */
  let spawnError = null
  child.on('error', (cause) => {
    spawnError = cause
  })
  const end = () => {
    try {
      // The whole group: the browser outlives its driver otherwise.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has gone by itself.
    }
  }
  // Its group is its own, so whoever ends this run would leave it behind.
  process.once('SIGTERM', () => {
    end()
    process.exit(1)
  })
  const send = async (
    /** @type {string} */ method,
    /** @type {string} */ path,
    /** @type {unknown} */ body,
  ) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const { value } = await answer.json()
    if (value?.error) throw new Error(`${value.error}: ${value.message}`)
    return value
  }
  try {
    await waitForDriver(send, () => spawnError)
    const { sessionId, capabilities: granted } = await send('POST', '/session', {
      capabilities: { alwaysMatch: capabilities },
    })
    const session = `/session/${sessionId}`
    await send('POST', `${session}/timeouts`, { script: SCRIPT_MS, pageLoad: 60_000 })
    return {
      open: async (url) => void (await send('POST', `${session}/url`, { url })),
      run: (body, ...scriptArgs) => runScript(send, session, body, scriptArgs),
      async runIn(frame, body, ...scriptArgs) {
        const element = await send('POST', `${session}/element`, {
          using: 'css selector',
          value: frame,
        })
        await send('POST', `${session}/frame`, { id: element })
        try {
          return await runScript(send, session, body, scriptArgs)
        } finally {
          await send('POST', `${session}/frame`, { id: null })
        }
      },
      perform: async (devices) =>
        void (await send('POST', `${session}/actions`, { actions: devices })),
      resize: async (size) => void (await send('POST', `${session}/window/rect`, size)),
      screenshot: async () => String(await send('GET', `${session}/screenshot`, undefined)),
      version: String(granted.browserVersion),
      async close() {
        await send('DELETE', session, undefined).catch(() => undefined)
        end()
      },
    }
  } catch (cause) {
    end()
    throw cause
  }
}

/** @typedef {(method: string, path: string, body: unknown) => Promise<any>} Send */

/** @param {Send} send @param {() => Error | null} spawnError */
async function waitForDriver(send, spawnError) {
  const deadline = Date.now() + DRIVER_START_MS
  for (;;) {
    try {
      await send('GET', '/status', undefined)
      return
    } catch (cause) {
      if (spawnError() !== null || Date.now() > deadline) throw spawnError() ?? cause
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** @param {Send} send @param {string} session @param {string} body @param {unknown[]} args */
async function runScript(send, session, body, args) {
  // An error does not cross as one: it is sent as text.
  const script = `const done = arguments[1];
    (async (args) => { ${body} })(arguments[0]).then(
      (value) => done({ value: value === undefined ? null : value }),
      (cause) => done({ thrown: String(cause && cause.message || cause) }))`
  const answer = await send('POST', `${session}/execute/async`, { script, args: [args] })
  if ('thrown' in answer) throw new Error(answer.thrown)
  return answer.value
}

/**
 * Runs a script that answers with JSON as text.
 * @param {DriverSession} session @param {string} body @param {unknown[]} args
 * @returns {any} what it answers is known where it is called
 */
export function runForJson(session, body, ...args) {
  return session.run(body, ...args).then(JSON.parse)
}
