// A room of learners who open one lesson at once, served from this machine as `npm run serve` does it: over HTTPS, with the
// files that were compressed ahead. What each of them asks for is recorded from one real visit of Chromium, from the empty
// cache until the first page with rows. They are a program on the same machine (room-learners.mjs), which takes
// its share of the processor, and no Wi-Fi lies between.
// @ts-check
import { spawn } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'
import {
  chromiumArguments,
  findBrowser,
  missingBrowserSentence,
} from '../browsers/find-browsers.mjs'
import { ROOT } from '../build/build-if-changed.mjs'
import { watchRows } from '../drive/measure-bytes.mjs'
import { startRoom } from '../room/start-room.mjs'
import { findFreePort } from '../serve/free-port.mjs'
import { writeRoomTable } from './room-table.mjs'

/** It begins with a form; the list of people, with FastAPI's rows, is one page away. */
const LESSON = '/learn/04-forms/'
const LEARNERS = 200
const RECORDING = join(ROOT, 'tools/bench/generated/room.json')
const PAGE = join(ROOT, 'content/docs/deploying-this-site.mdx')

/** @typedef {import('./room-learners.mjs').Asked} Asked */
/** @typedef {import('./room-learners.mjs').Arrival} Arrival */

/**
 * @typedef {object} RoomFigures
 * @property {string} lesson
 * @property {string} chromium which one was recorded
 * @property {{ requests: number, bytes: number, ms: number }} one alone, in the same run
 * @property {{ learners: number, requests: number, bytes: number, firstMs: number, medianMs: number, lastMs: number }} room
 */

/** @param {(line: string) => void} log @returns {Promise<RoomFigures>} */
export async function measureRoom(log) {
  /** @type {(Asked & { time: number })[]} */
  const seen = []
  const room = await startRoom({
    address: '127.0.0.1',
    ports: {
      site: await findFreePort(),
      preview: await findFreePort(),
      page: await findFreePort(),
    },
    built: join(ROOT, 'build'),
    folder: join(ROOT, 'build', 'room-bench'),
    onRequest: (origin, { url = '/' }) => seen.push({ origin, path: url, time: Date.now() }),
  })
  try {
    const visit = await recordVisit(room, seen)
    log(`bench: a visit until the first rows asks ${visit.asked.length} times`)
    const arrive = (/** @type {number} */ learners) => runLearners(room, visit.asked, learners)
    // Once for nothing: what the server reads for the first time is not in its memory.
    await arrive(1)
    const [alone] = await arrive(1)
    const all = await arrive(LEARNERS)
    if (!alone) throw new Error('The learner alone did not arrive.')
    log(`bench: ${LEARNERS} learners have arrived`)
    const times = all.map(({ ms }) => ms).sort((a, b) => a - b)
    return {
      lesson: LESSON,
      chromium: visit.version,
      one: { requests: visit.asked.length, bytes: alone.bytes, ms: Math.round(alone.ms) },
      room: {
        learners: all.length,
        requests: all.length * visit.asked.length,
        bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
        firstMs: Math.round(times[0] ?? Number.NaN),
        medianMs: Math.round(times[Math.floor(times.length / 2)] ?? Number.NaN),
        lastMs: Math.round(times.at(-1) ?? Number.NaN),
      },
    }
  } finally {
    await room.stop()
  }
}

/**
 * @param {import('../room/start-room.mjs').Room} room
 * @param {(Asked & { time: number })[]} seen filled by the servers
 */
async function recordVisit({ siteOrigin, certificate }, seen) {
  const executablePath = findBrowser('chromium')
  if (executablePath === null) throw new Error(missingBrowserSentence('chromium'))
  const profile = mkdtempSync(join(tmpdir(), 'both-ends-room-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [
      ...chromiumArguments(),
      `--ignore-certificate-errors-spki-list=${spkiOf(certificate.certificate)}`,
    ],
  })
  try {
    const page = await context.newPage()
    const rows = await watchRows(page)
    seen.length = 0
    await page.goto(siteOrigin + LESSON)
    await page.waitForFunction(() => window.bothEnds !== undefined)
    await page.evaluate(() => window.bothEnds?.goto('/'))
    const time = await rows.seen
    const asked = seen
      .filter((one) => one.time <= time)
      .map(({ origin, path }) => ({ origin, path }))
    return { asked, version: context.browser()?.version() ?? 'unknown' }
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** @param {string} pem */
function spkiOf(pem) {
  const key = new X509Certificate(pem).publicKey
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64')
}

/**
 * In a process of their own, so that the server has one.
 * @param {import('../room/start-room.mjs').Room} room
 * @param {readonly Asked[]} asked
 * @param {number} learners
 * @returns {Promise<Arrival[]>}
 */
function runLearners({ siteOrigin, previewOrigin, certificate }, asked, learners) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'tools/bench/room-learners.mjs')], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.once('message', (/** @type {Arrival[]} */ arrivals) => {
      resolve(arrivals)
      child.kill()
    })
    child.once('exit', (code) => reject(new Error(`The learners ended with code ${code}.`)))
    child.send({ siteOrigin, previewOrigin, authority: certificate.authority, asked, learners })
  })
}

/** @param {RoomFigures} figures */
export function recordRoom(figures) {
  const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim()}`
  const made = {
    madeBy: 'npm run bench -- --room',
    date: new Date().toISOString().slice(0, 10),
    machine,
    node: process.versions.node,
    ...figures,
  }
  mkdirSync(dirname(RECORDING), { recursive: true })
  writeFileSync(RECORDING, `${JSON.stringify(made, null, 2)}\n`)
  writeFileSync(PAGE, writeRoomTable(readFileSync(PAGE, 'utf8'), made))
}

/** @param {RoomFigures} figures @returns {import('./median.mjs').Row[]} */
export function roomRows({ one, room }) {
  const what = `a room of ${room.learners} opens a lesson`
  return [
    {
      what: 'one learner alone opens a lesson: has what it needs for its rows',
      ours: [one.ms],
      unit: 'ms',
    },
    {
      what: `${what}: until the first has what it needs for its rows`,
      ours: [room.firstMs],
      unit: 'ms',
    },
    { what: `${what}: the median`, ours: [room.medianMs], unit: 'ms' },
    { what: `${what}: the last`, ours: [room.lastMs], unit: 'ms' },
    {
      what: `${what}: sent in all, ${room.requests} requests`,
      ours: [room.bytes / 1e6],
      unit: 'MB',
    },
  ]
}
