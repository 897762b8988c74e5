// Turns an exchange of the trace into the drawing's crossings: two for each hop, in the order of time.
// @ts-check
import { STATUS_CODES } from 'node:http'
import { sentenceFor } from './sentences.mjs'

/** @typedef {import('../../playground/runtime/wire/hop.ts').Exchange} Exchange */
/** @typedef {import('../../playground/runtime/wire/hop.ts').Hop} Hop */
/** @typedef {import('../../playground/runtime/wire/hop.ts').HttpHop} HttpHop */
/** @typedef {import('../../playground/runtime/wire/hop.ts').SqlHop} SqlHop */
/** @typedef {import('../../site/components/exchange/recording.ts').Crossing} Crossing */
/** @typedef {import('../../site/components/exchange/recording.ts').RecordedPlace} RecordedPlace */

const SHOWN_HEADERS = ['next-action', 'x-action-redirect', 'location', 'set-cookie', 'content-type']
const LINES = 3
const LINE_LENGTH = 88

/** Statements that only frame others: they would double the drawing and say nothing of this exchange. */
const FRAMING = /^(BEGIN|COMMIT|ROLLBACK)\b/i

/**
 * A request of Next.js to itself, for the page that an action redirects to, crosses nothing and is not drawn.
 * @param {Exchange} exchange
 * @returns {Crossing[]}
 */
export function toCrossings({ hops, root }) {
  const first = hops.find(({ id }) => id === root)
  if (!first) throw new Error('The exchange has no root hop.')
  const shown = hops.filter((hop) => hop.from !== hop.to && !isFraming(hop))
  return shown
    .flatMap((hop) => [there(hop, first.startTime), back(hop, first.startTime)])
    .sort((one, other) => one.at - other.at)
}

/** @param {Hop} hop */
function isFraming(hop) {
  return hop.type === 'sql' && FRAMING.test(hop['db.query.text'])
}

/** Milliseconds of the whole exchange. @param {Exchange} exchange */
export function durationOf({ hops, root }) {
  const first = hops.find(({ id }) => id === root)
  return first?.endTime ? first.endTime - first.startTime : Number.POSITIVE_INFINITY
}

/** @param {Hop} hop @param {number} start @returns {Crossing} */
function there(hop, start) {
  const label = hop.type === 'sql' ? labelOfStatement(hop) : labelOfRequest(hop)
  const message =
    hop.type === 'sql' ? statementLines(hop) : httpLines(hop.requestHeaders, hop.requestBody)
  return crossing({
    from: place(hop.from),
    to: place(hop.to),
    at: hop.startTime - start,
    label,
    message,
  })
}

/** @param {Hop} hop @param {number} start @returns {Crossing} */
function back(hop, start) {
  if (hop.endTime === null) throw new Error('The exchange is still under way.')
  const label = hop.type === 'sql' ? labelOfRows(hop) : labelOfStatus(hop)
  const message = hop.type === 'sql' ? [] : httpLines(hop.responseHeaders, hop.responseBody)
  return crossing({
    from: place(hop.to),
    to: place(hop.from),
    at: hop.endTime - start,
    label,
    message,
  })
}

/** @param {Omit<Crossing, 'sentence'>} fields @returns {Crossing} */
function crossing({ from, to, at, label, message }) {
  return {
    from,
    to,
    at: Math.max(0, Math.round(at * 10) / 10),
    label,
    sentence: sentenceFor(from, to, label),
    message: message.slice(0, LINES).map(shorten),
  }
}

/** @param {Hop['from']} name @returns {RecordedPlace} */
function place(name) {
  if (name === 'browser' || name === 'next' || name === 'fastapi' || name === 'sql') return name
  throw new Error(`The drawing has no place "${name}".`)
}

/** @param {HttpHop} hop */
function labelOfRequest(hop) {
  return `${hop['http.request.method']} ${new URL(hop['url.full']).pathname}`
}

/** @param {HttpHop} hop */
function labelOfStatus(hop) {
  const status = hop['http.response.status_code']
  return `${status} ${STATUS_CODES[Number(status)] ?? ''}`.trim()
}

/** `INSERT INTO person`, `SELECT person`: verb and table. @param {SqlHop} hop */
function labelOfStatement(hop) {
  const text = hop['db.query.text']
  const [, insert] = /^INSERT INTO "?(\w+)/i.exec(text) ?? []
  if (insert) return `INSERT INTO ${insert}`
  const [verb] = text.trim().split(/\s/)
  const [, table] = /\b(?:FROM|UPDATE) "?(\w+)/i.exec(text) ?? []
  return table ? `${verb} ${table}` : String(verb)
}

/** @param {SqlHop} hop */
function labelOfRows(hop) {
  const rows = hop['db.response.returned_rows']
  if (rows === null) return 'done'
  return rows === 1 ? '1 row' : `${rows} rows`
}

/** @param {SqlHop} hop */
function statementLines(hop) {
  const text = hop['db.query.text'].replaceAll(/\s+/g, ' ').trim()
  const parameters = hop['db.query.parameters']
  const values = Array.isArray(parameters) ? parameters : Object.values(parameters)
  return [text, values.map((value) => JSON.stringify(value)).join(', ')].filter(Boolean)
}

/**
 * @param {import('../../playground/runtime/wire/headers.ts').HeaderPairs} headers
 * @param {import('../../playground/runtime/wire/hop.ts').CapturedBody | null} body
 */
function httpLines(headers, body) {
  const shown = SHOWN_HEADERS.flatMap((wanted) => headers.filter(([name]) => name === wanted)).map(
    ([name, value]) => `${name}: ${value.replace(/; boundary=.*/, '')}`,
  )
  return [...shown, ...bodyLines(body)]
}

/** @param {import('../../playground/runtime/wire/hop.ts').CapturedBody | null} body */
function bodyLines(body) {
  if (body === null || body.size === 0) return []
  const text = new TextDecoder().decode(Uint8Array.from(Object.values(body.bytes)))
  if (body.contentType?.startsWith('application/json')) return [text]
  if (!body.contentType?.startsWith('multipart/form-data')) return []
  // React numbers the fields of an action's form: `1_name`, `_1_name`.
  const fields = text.matchAll(/name="(?:_?\d+_)?([a-z]\w*)"\r\n\r\n(.*)\r\n/g)
  return [Array.from(fields, ([, name, value]) => `${name}=${value}`).join('&')]
}

/** @param {string} line */
function shorten(line) {
  return line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH - 1)}…` : line
}
