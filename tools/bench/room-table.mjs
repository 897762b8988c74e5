// The table of docs/deploying-this-site from what was recorded, so that a new recording is one command.
// @ts-check

/** @typedef {import('./room.mjs').RoomFigures & { date: string, machine: string, node: string }} Recorded */

const BEGIN = 'Measured on '
const END = '\n\nNo Wi-Fi lay between'

/** Of the network that the page compares with, in bits a second. */
const WIFI = 300e6

/** @param {string} page @param {Recorded} recorded @returns {string} the page with its new figures */
export function writeRoomTable(page, { one, room, ...run }) {
  const from = page.indexOf(BEGIN)
  const to = page.indexOf(END)
  if (from === -1 || to < from) throw new Error('The page has no place for the room’s figures.')
  const rows = [
    ['learners', '1', count(room.learners)],
    ['requests', count(one.requests), count(room.requests)],
    ['sent', `${(one.bytes / 1e6).toFixed(1)} MB`, `${count(Math.round(room.bytes / 1e6))} MB`],
    ['the first has all', seconds(one.ms), seconds(room.firstMs)],
    ['the median', '', seconds(room.medianMs)],
    ['the last', '', seconds(room.lastMs)],
  ]
  const air = Math.round((room.bytes * 8) / WIFI)
  return [
    page.slice(0, from),
    `${BEGIN}${run.date}, ${run.machine}, Node ${run.node}; recorded from a first visit of Chromium ${run.chromium} to lesson 4, until it shows rows of the database.\n\n`,
    '| | one alone | the room |\n| --- | --- | --- |\n',
    rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    page.slice(to).replace(/takes \d+ s\./, `takes ${String(air)} s.`),
  ].join('')
}

/** @param {number} number */
function count(number) {
  return number.toLocaleString('en')
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
