// The soak of the bench: a thousand edits, each seen, then ten thousand requests, and what the browser holds on the way.
// Garbage of the page and of the preview is collected before each reading: a browser with memory to spare leaves hundreds
// of megabytes of it for later, and what is asked here is whether anything is kept. The workers collect by themselves.
// @ts-check
import { openPlayground } from '../drive/drive-playground.mjs'
import { createProfile, timeUntilText, waitForText, withPage } from './browser.mjs'
import { clientEdit, pythonEdit, serverEdit } from './edits.mjs'
import { memoryOf, previewFrame, REST_MS, writeAndAsk } from './playground-runs.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Frame} Frame */
/** @typedef {import('./median.mjs').Row} Row */
/** @typedef {{ edits: readonly number[], requests: readonly number[] }} Marks after how many, in rising order, memory is read */

/** Of four edits in a row, one is of Python: FastAPI's modules are loaded anew each time. */
const KINDS = [serverEdit, clientEdit, serverEdit, pythonEdit]

/**
 * @typedef {object} Soak
 * @property {{ count: number, megabytes: number }[]} edits after each mark, rested
 * @property {{ count: number, megabytes: number }[]} requests the same; the edits were before them
 */

/**
 * @param {string} siteOrigin
 * @param {Marks} marks
 * @param {(line: string) => void} log
 * @returns {Promise<Soak>}
 */
export async function measureSoak(siteOrigin, marks, log) {
  const profile = createProfile()
  try {
    return await withPage(profile.folder, async (page) => {
      const playground = await openPlayground(page, `${siteOrigin}/play/`)
      await playground.call('ready')
      const frame = await previewFrame(page)
      await waitForText(frame, 'people in all')
      const edit = async (/** @type {number} */ round) => {
        const kind = KINDS[round % KINDS.length] ?? serverEdit
        const { text, shows } = kind.make(round)
        const { file } = kind
        if (kind === pythonEdit) await page.evaluate(writeAndAsk, { file, text, shows })
        else await timeUntilText(frame, shows, () => playground.call('write', file, text))
      }
      const ask = () => page.evaluate(askHealth)
      const read = () => readRested(page, frame)
      return {
        edits: await climb(marks.edits, edit, read, (line) => log(`soak: ${line} edits`)),
        requests: await climb(marks.requests, ask, read, (line) => log(`soak: ${line} requests`)),
      }
    })
  } finally {
    profile.remove()
  }
}

/** Runs in the page. */
async function askHealth() {
  const answer = await window.bothEnds?.request({ host: 'backend', path: '/health' })
  if (answer?.status !== 200) throw new Error(`FastAPI answered ${answer?.status}.`)
}

/** Megabytes. @param {Page} page @param {Frame} preview @returns {Promise<number>} */
async function readRested(page, preview) {
  await page.waitForTimeout(REST_MS)
  for (const target of [page, preview]) {
    const session = await page.context().newCDPSession(target)
    await session.send('HeapProfiler.collectGarbage')
    await session.detach()
  }
  return memoryOf(page)
}

/**
 * @param {readonly number[]} marks
 * @param {(round: number) => Promise<void>} act
 * @param {() => Promise<number>} read megabytes
 * @param {(line: string) => void} tell
 */
async function climb(marks, act, read, tell) {
  const curve = []
  let round = 0
  for (const mark of marks) {
    for (; round < mark; round += 1) await act(round)
    const megabytes = await read()
    curve.push({ count: mark, megabytes })
    tell(`${Math.round(megabytes)} MB after ${mark}`)
  }
  return curve
}

/** @param {Soak} soak @returns {Row[]} */
export function soakRows({ edits, requests }) {
  /** @returns {(point: Soak['edits'][number]) => Row} */
  const row = (/** @type {string} */ what) => (point) => ({
    what: `memory, ${REST_MS / 1000} s after ${point.count} ${what}`,
    ours: [point.megabytes],
    unit: 'MB',
  })
  const rows = [...edits.map(row('edits')), ...requests.map(row('requests'))]
  const [first, last] = [edits[0], edits.at(-1)]
  // Issue 4: within a tenth of what it was after the first of them.
  if (first && last) rows[edits.length - 1] = { ...row('edits')(last), aim: first.megabytes * 1.1 }
  return rows
}
