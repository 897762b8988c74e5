// A Chromium driven by a handful of messages of its DevTools protocol, for the soak. A test driver also listens to the
// network, and Chromium then keeps the body of every answer for it: memory that no reader's browser would hold.
// @ts-check
import { spawn } from 'node:child_process'
import {
  chromiumArguments,
  findBrowser,
  missingBrowserSentence,
} from '../browsers/find-browsers.mjs'
import { memoryOfProcesses } from './memory.mjs'

/**
 * @typedef {object} PlainPage
 * @property {<Argument, Answer>(work: (argument: Argument) => Answer | Promise<Answer>, argument: Argument) => Promise<Answer>} run
 * in the page; the function closes over nothing
 * @property {() => Promise<number>} heldMemory megabytes of all processes, after everything that may be collected was
 * @property {() => Promise<void>} close
 */

/** @param {string} folder of the profile @param {string} url @returns {Promise<PlainPage>} */
export async function openPlainPage(folder, url) {
  const { send, onEvent, child } = startChromium(folder)
  /** @type {Set<string>} sessions of the page, its frames and their workers */
  const sessions = new Set()
  const follow = (/** @type {string} */ session) => {
    sessions.add(session)
    // A target that ends meanwhile refuses, and is named as gone by an event.
    send('Target.setAutoAttach', ATTACH, session).catch(() => sessions.delete(session))
  }
  onEvent('Target.attachedToTarget', ({ sessionId }) => follow(sessionId))
  onEvent('Target.detachedFromTarget', ({ sessionId }) => sessions.delete(sessionId))
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId: page } = await send('Target.attachToTarget', { targetId, flatten: true })
  follow(page)
  // Answers when the page is there; what ran in the blank one before would be lost.
  await send('Page.navigate', { url }, page)
  return {
    async run(work, argument) {
      const expression = `(${work})(${JSON.stringify(argument)})`
      const asked = { expression, awaitPromise: true, returnByValue: true }
      const { result, exceptionDetails } = await send('Runtime.evaluate', asked, page)
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value
    },
    async heldMemory() {
      // Twice: what a finaliser lets go in the first is taken by the second.
      for (let round = 0; round < 2; round += 1)
        await Promise.all([...sessions].map((one) => send('HeapProfiler.collectGarbage', {}, one)))
      const { processInfo } = await send('SystemInfo.getProcessInfo')
      return memoryOfProcesses(processInfo.map((/** @type {{ id: number }} */ { id }) => id))
    },
    async close() {
      const ended = new Promise((resolve) => void child.once('exit', resolve))
      send('Browser.close').catch(() => child.kill())
      await ended
    },
  }
}

const ATTACH = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }

/** @typedef {(method: string, params?: object, sessionId?: string) => Promise<any>} Send the protocol's answers, known where they are asked for */

/** @param {string} folder */
function startChromium(folder) {
  const program = findBrowser('chromium')
  if (program === null) throw new Error(missingBrowserSentence('chromium'))
  const flags = [
    '--headless',
    '--no-first-run',
    '--window-size=1440,900',
    '--remote-debugging-pipe',
  ]
  const child = spawn(program, [...chromiumArguments(), ...flags, `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const [, , , input, output] = child.stdio
  if (!input || !('write' in input) || !output) throw new Error('Chromium has no pipe.')
  const write = (/** @type {object} */ message) => void input.write(`${JSON.stringify(message)}\0`)
  const { send, receive, giveUp, onEvent } = openProtocol(write)
  onMessages(output, receive)
  child.once('exit', giveUp)
  return { send, onEvent, child }
}

/** @param {(message: object) => void} write */
function openProtocol(write) {
  /** @type {Map<number, { resolve: (value: any) => void, reject: (cause: Error) => void }>} */
  const waiting = new Map()
  /** @type {Map<string, (params: any) => void>} */
  const listeners = new Map()
  let last = 0
  return {
    /** @type {Send} */
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        write({ id: last, method, params, sessionId })
      }),
    /** @param {any} message */
    receive({ id, result, error, method, params }) {
      if (id === undefined) return listeners.get(method)?.(params)
      const { resolve, reject } = waiting.get(id) ?? {}
      waiting.delete(id)
      if (error) reject?.(new Error(error.message))
      else resolve?.(result)
    },
    giveUp() {
      for (const { reject } of waiting.values()) reject(new Error('Chromium ended.'))
    },
    /** @param {string} method @param {(params: any) => void} listener */
    onEvent: (method, listener) => void listeners.set(method, listener),
  }
}

/** Each ends with a zero byte. @param {NodeJS.EventEmitter} output @param {(message: any) => void} receive */
function onMessages(output, receive) {
  /** @type {Buffer[]} */
  let parts = []
  output.on('data', (/** @type {Buffer} */ chunk) => {
    for (let rest = chunk; ;) {
      const end = rest.indexOf(0)
      if (end < 0) return void parts.push(rest)
      receive(JSON.parse(Buffer.concat([...parts, rest.subarray(0, end)]).toString()))
      parts = []
      rest = rest.subarray(end + 1)
    }
  })
}
