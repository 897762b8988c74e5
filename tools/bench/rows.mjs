// The rows of the bench's table: what each measurement is called, what stands beside it, what we aim at (issue 3).
// @ts-check
import { clientEdit, pythonEdit, serverEdit } from './edits.mjs'
import { REST_MS } from './playground-runs.mjs'
import { droppedFrames } from './wire-scroll.mjs'

/** @typedef {import('./median.mjs').Row} Row */
/** @typedef {import('./playground-runs.mjs').StartTimes} StartTimes */
/** @typedef {Awaited<ReturnType<typeof import('./playground-runs.mjs').measureStarts>> & { early: StartTimes }} Starts */
/** @typedef {import('./reference-runs.mjs').ReferenceTimes} ReferenceTimes */

/** @param {number[] | undefined} reference @param {string} referenceIs */
function beside(reference, referenceIs) {
  return reference === undefined ? {} : { reference, referenceIs }
}

/**
 * @param {readonly Starts[]} starts
 * @param {ReferenceTimes | null} reference
 * @returns {Row[]}
 */
export function startRows(starts, reference) {
  const development = starts.map((start) => start.development)
  const production = starts.map((start) => start.production)
  const cold = (/** @type {keyof StartTimes} */ key) => development.map((start) => start.cold[key])
  const back = (/** @type {keyof StartTimes} */ key) => development.map((start) => start.back[key])
  const bothServers = beside(reference === null ? undefined : [reference.firstPage], 'both servers')
  return [
    { what: 'Run → first page, empty cache', ours: cold('firstPage'), aim: 1800, unit: 'ms' },
    {
      what: 'Run → first page, empty cache, production',
      ours: production.map((start) => start.cold.firstPage),
      aim: 1200,
      unit: 'ms',
    },
    {
      what: 'the same, by a program before the editor is there',
      ours: starts.map(({ early }) => early.firstPage),
      unit: 'ms',
    },
    {
      what: 'Run → first page with rows, empty cache',
      ours: cold('firstRows'),
      ...bothServers,
      unit: 'ms',
    },
    {
      what: 'Run → first FastAPI answer, empty cache',
      ours: cold('firstAnswer'),
      aim: 3500,
      unit: 'ms',
    },
    { what: 'Run → first page, return visit', ours: back('firstPage'), unit: 'ms' },
    { what: 'Run → first page with rows, return visit', ours: back('firstRows'), unit: 'ms' },
    {
      what: 'Run → first FastAPI answer, return visit',
      ours: back('firstAnswer'),
      aim: 2500,
      unit: 'ms',
    },
  ]
}

/** @param {readonly import('./offline-run.mjs').OfflineTimes[]} visits @returns {Row[]} */
export function offlineRows(visits) {
  return [
    {
      what: 'offline start: both servers stopped, Run → first page with rows',
      ours: visits.map(({ offline }) => offline.firstRows),
      reference: visits.map(({ online }) => online.firstRows),
      referenceIs: 'return visit online',
      unit: 'ms',
    },
  ]
}

/**
 * @param {import('./playground-runs.mjs').EditTimes} edits
 * @param {ReferenceTimes | null} reference
 * @param {number} manyEdits
 * @returns {Row[]}
 */
export function editRows(edits, reference, manyEdits) {
  const { before, after, rested } = edits.memory
  return [
    {
      what: serverEdit.what,
      ours: edits.server,
      aim: 200,
      ...beside(reference?.server, 'next dev'),
      unit: 'ms',
    },
    {
      what: clientEdit.what,
      ours: edits.client,
      ...beside(reference?.client, 'next dev'),
      unit: 'ms',
    },
    {
      what: pythonEdit.what,
      ours: edits.python,
      aim: 250,
      ...beside(reference?.python, 'uvicorn --reload'),
      unit: 'ms',
    },
    {
      what: 'one request to FastAPI',
      ours: edits.requests,
      aim: 3,
      ...beside(reference?.requests, 'uvicorn, loopback'),
      unit: 'ms',
    },
    {
      what: 'from picture to picture while the wire scrolls 200 exchanges',
      ours: edits.scroll.moving,
      unit: 'ms',
    },
    { what: 'the same with nothing to do', ours: edits.scroll.still, unit: 'ms' },
    {
      what: `pictures left out while it scrolls, of ${edits.scroll.moving.length}`,
      ours: [droppedFrames(edits.scroll.moving)],
      aim: 0,
      unit: 'frames',
    },
    { what: 'memory of the browser, before the edits', ours: [before], unit: 'MB' },
    { what: `memory of the browser, after ${manyEdits} edits`, ours: [after], unit: 'MB' },
    { what: `the same, ${REST_MS / 1000} s later`, ours: [rested], unit: 'MB' },
  ]
}

/** @param {import('../drive/measure-bytes.mjs').Bytes} bytes @returns {Row[]} */
export function byteRows({ docsScripts, playOpened, playFirstPage, playAll, forLater }) {
  return [
    { what: 'a docs page, JavaScript, brotli', ours: [docsScripts / 1000], aim: 230, unit: 'kB' },
    { what: '/play opened, not started, brotli', ours: [playOpened / 1000], unit: 'kB' },
    {
      what: '/play until the first page with rows, brotli',
      ours: [playFirstPage / 1000],
      aim: 9000,
      unit: 'kB',
    },
    { what: '/play in all, brotli', ours: [playAll / 1000], aim: 13_000, unit: 'kB' },
    {
      what: 'kept for later in idle time, beyond that, brotli',
      ours: [forLater / 1000],
      unit: 'kB',
    },
  ]
}
