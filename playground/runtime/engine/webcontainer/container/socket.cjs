// A WebSocket to `next dev`, for its client in the preview: no service worker sees those. RFC 6455, the part of a client:
// text out, text and bytes in, no extensions. Node's own WebSocket begins with Node 22; a container may have an older one.
// @ts-check
const { randomBytes } = require('node:crypto')
const http = require('node:http')

const OPCODES = { more: 0, text: 1, bytes: 2, close: 8, ping: 9, pong: 10 }

/**
 * @typedef {object} SocketListeners
 * @property {(text: string) => void} onText
 * @property {(bytes: Buffer) => void} onBytes
 * @property {() => void} onEnd once
 */

/** @param {number} port @param {string} path @param {SocketListeners} listeners */
function openSocket(port, path, { onText, onBytes, onEnd }) {
  /** @type {import('node:net').Socket | null} */
  let socket = null
  /** @type {string[]} */
  let early = []
  let ended = false
  const end = () => {
    if (ended) return
    ended = true
    socket?.destroy()
    onEnd()
  }
  const request = http.request({
    host: 'localhost',
    port,
    path,
    headers: {
      // What the page believes: `next dev` refuses other origins.
      Host: 'localhost:3000',
      Origin: 'http://localhost:3000',
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    },
  })
  request.on('upgrade', (_response, opened, head) => {
    socket = opened
    const read = createReader((opcode, content) => {
      if (opcode === OPCODES.text) onText(content.toString('utf8'))
      else if (opcode === OPCODES.bytes) onBytes(content)
      else if (opcode === OPCODES.ping) opened.write(maskedFrame(OPCODES.pong, content))
      else if (opcode === OPCODES.close) end()
    })
    opened.on('data', read)
    opened.on('close', end)
    opened.on('error', end)
    if (head.length > 0) read(head)
    for (const text of early.splice(0)) opened.write(maskedFrame(OPCODES.text, Buffer.from(text)))
  })
  request.on('response', end)
  request.on('error', end)
  request.end()
  return {
    /** @param {string} text */
    say(text) {
      if (socket) socket.write(maskedFrame(OPCODES.text, Buffer.from(text)))
      else early.push(text)
    },
    end() {
      early = []
      end()
    },
  }
}

/** A client masks what it sends (section 5.3). @param {number} opcode @param {Buffer} content */
function maskedFrame(opcode, content) {
  const mask = randomBytes(4)
  const size = content.length
  const length =
    size < 126 ? [0x80 | size] : size < 65536 ? [0x80 | 126, size >> 8, size & 0xff] : null
  const head = Buffer.from([0x80 | opcode, ...(length ?? [0x80 | 127, 0, 0, 0, 0, 0, 0, 0, 0])])
  if (length === null) head.writeBigUInt64BE(BigInt(size), 2)
  const masked = Buffer.from(content.map((byte, at) => byte ^ Number(mask[at % 4])))
  return Buffer.concat([head, mask, masked])
}

/** @param {(opcode: number, content: Buffer) => void} onMessage whole messages: their pieces are joined */
function createReader(onMessage) {
  let held = Buffer.alloc(0)
  let opened = 0
  /** @type {Buffer[]} */
  const pieces = []
  return (/** @type {Buffer} */ bytes) => {
    held = Buffer.concat([held, bytes])
    for (;;) {
      const frame = readFrame(held)
      if (frame === null) return
      held = held.subarray(frame.end)
      if (frame.opcode >= OPCODES.close) {
        onMessage(frame.opcode, frame.content)
        continue
      }
      if (frame.opcode !== OPCODES.more) opened = frame.opcode
      pieces.push(frame.content)
      if (frame.isLast) onMessage(opened, Buffer.concat(pieces.splice(0)))
    }
  }
}

/** A server does not mask. Null while the frame is not whole. @param {Buffer} bytes */
function readFrame(bytes) {
  if (bytes.length < 2) return null
  const short = Number(bytes[1]) & 0x7f
  const start = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < start) return null
  const size =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  const end = start + size
  if (bytes.length < end) return null
  const first = Number(bytes[0])
  return {
    opcode: first & 0x0f,
    isLast: (first & 0x80) !== 0,
    content: bytes.subarray(start, end),
    end,
  }
}

module.exports = { openSocket }
