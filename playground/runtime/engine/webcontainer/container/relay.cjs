// The relay: one Node script without dependencies, run in the container. It listens where the app's two hosts are expected
// (localhost:3000 and localhost:8000) and passes every request to the page as frames over its own stdout; the page's broker
// decides who answers. What the broker has for Next comes back over stdin and goes to `next dev`, which listens on a port
// that nobody else knows. It keeps no cookie and changes no header but those between two hops.
//   node relay.cjs <port of next dev> <port>…
// @ts-check
const http = require('node:http')
const { openSocket } = require('./socket.cjs')

/** Other lines may come: a terminal echoes what is written to it. */
const TO_PAGE = '@page '
const FROM_PAGE = '@relay '
/** Bytes of a body in one frame: a terminal carries lines, and long ones badly. */
const PIECE = 48 * 1024
/** Between two hops only (RFC 9110, section 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
])

/** @typedef {Record<string, any> & { type: string, id: string }} Frame */

const [nextPort = '3001', ...ports] = process.argv.slice(2)
/** Requests to `next dev` that the page asked for. @type {Map<string, import('node:http').ClientRequest>} */
const asked = new Map()
/** Requests of the app that wait for the page. @type {Map<string, import('node:http').ServerResponse>} */
const waiting = new Map()
/** @type {Map<string, ReturnType<typeof openSocket>>} */
const sockets = new Map()
let lastId = 0

/** @param {Frame} frame */
function tell(frame) {
  process.stdout.write(`${TO_PAGE}${JSON.stringify(frame)}\n`)
}

/** @param {string} type @param {string} id @param {Buffer} bytes */
function tellBytes(type, id, bytes) {
  for (let at = 0; at < bytes.length; at += PIECE) {
    tell({ type, id, bytes: bytes.subarray(at, at + PIECE).toString('base64') })
  }
}

/** @param {readonly string[]} raw names and values in turn */
function toPairs(raw) {
  const pairs = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = String(raw[at]).toLowerCase()
    if (!HOP_BY_HOP.has(name)) pairs.push([name, raw[at + 1]])
  }
  return pairs
}

/** @param {readonly [string, string][]} pairs */
function fromPairs(pairs) {
  /** @type {Record<string, string | string[]>} */
  const headers = {}
  for (const [name, value] of pairs) {
    const known = headers[name]
    headers[name] = known === undefined ? value : [known, value].flat()
  }
  return headers
}

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response @param {number} port */
function passOn(request, response, port) {
  const id = `r${++lastId}`
  const { method = 'GET', url = '/', rawHeaders } = request
  const hasBody = 'content-length' in request.headers || 'transfer-encoding' in request.headers
  waiting.set(id, response)
  tell({ type: 'ask', id, port, method, path: url, headers: toPairs(rawHeaders), hasBody })
  request.on('data', (/** @type {Buffer} */ bytes) => tellBytes('up', id, bytes))
  request.on('end', () => tell({ type: 'up-end', id }))
  response.on('close', () => {
    if (waiting.delete(id)) tell({ type: 'abort', id })
  })
}

/** @param {Frame} frame */
function askNext({ id, method, path, headers, hasBody }) {
  const request = http.request({
    host: 'localhost',
    port: Number(nextPort),
    method,
    path,
    headers: fromPairs(headers),
  })
  asked.set(id, request)
  request.on('response', (response) => {
    const { statusCode, statusMessage, rawHeaders } = response
    tell({
      type: 'head',
      id,
      status: statusCode,
      statusText: statusMessage,
      headers: toPairs(rawHeaders),
    })
    response.on('data', (/** @type {Buffer} */ bytes) => tellBytes('down', id, bytes))
    response.on('end', () => finish(id, { type: 'down-end', id }))
    response.on('error', (cause) => finish(id, { type: 'failed', id, message: cause.message }))
  })
  request.on('error', (cause) => finish(id, { type: 'failed', id, message: cause.message }))
  if (!hasBody) request.end()
}

/** @param {string} id @param {Frame} frame */
function finish(id, frame) {
  if (asked.delete(id)) tell(frame)
}

/** @type {Record<string, (frame: Frame) => unknown>} */
const answers = {
  ask: askNext,
  up: ({ id, bytes }) => asked.get(id)?.write(Buffer.from(bytes, 'base64')),
  'up-end': ({ id }) => asked.get(id)?.end(),
  abort({ id }) {
    const request = asked.get(id)
    asked.delete(id)
    request?.destroy()
  },
  head({ id, status, statusText, headers }) {
    waiting.get(id)?.writeHead(status, statusText, fromPairs(headers)).flushHeaders()
  },
  down: ({ id, bytes }) => waiting.get(id)?.write(Buffer.from(bytes, 'base64')),
  'down-end'({ id }) {
    const response = waiting.get(id)
    waiting.delete(id)
    response?.end()
  },
  failed({ id }) {
    const response = waiting.get(id)
    waiting.delete(id)
    // As a server that went away: the app's fetch rejects.
    response?.destroy()
  },
  socket({ id, path }) {
    sockets.set(
      id,
      openSocket(Number(nextPort), path, {
        onText: (text) => tell({ type: 'said', id, text }),
        onBytes: (bytes) => tell({ type: 'said', id, bytes: bytes.toString('base64') }),
        onEnd: () => sockets.delete(id) && tell({ type: 'socket-end', id }),
      }),
    )
  },
  say: ({ id, text }) => sockets.get(id)?.say(text),
  'socket-end'({ id }) {
    sockets.get(id)?.end()
    sockets.delete(id)
  },
}

function listenToPage() {
  // A terminal in its usual mode cuts lines at 4,096 characters.
  if (process.stdin.isTTY) process.stdin.setRawMode(true)
  process.stdin.setEncoding('utf8')
  let rest = ''
  process.stdin.on('data', (/** @type {string} */ text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!line.startsWith(FROM_PAGE)) continue
      /** @type {Frame} */
      const frame = JSON.parse(line.slice(FROM_PAGE.length))
      answers[frame.type]?.(frame)
    }
  })
}

let missing = ports.length
for (const port of ports.map(Number)) {
  const server = http.createServer((request, response) => passOn(request, response, port))
  server.on('error', (cause) => {
    console.error(cause.message)
    process.exit(1)
  })
  server.listen(port, 'localhost', () => {
    missing -= 1
    if (missing === 0) tell({ type: 'ready', id: '' })
  })
}
listenToPage()
