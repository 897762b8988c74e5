// Loaded into every Node process of the stand-in: gives a container ports of its own, as a real one has, although its
// processes share this machine's. BOTH_ENDS_PORTS says which stands for which: `3000:41001,8000:41002`.
// @ts-check
const net = require('node:net')

const ports = new Map(
  (process.env['BOTH_ENDS_PORTS'] ?? '')
    .split(',')
    .map((pair) => pair.split(':').map(Number))
    .map(([seen, real]) => [seen, real]),
)

/** @param {unknown} port */
const realPort = (port) => ports.get(Number(port)) ?? port

/** As listen() and connect() take them: a number, options, or Node's own list of both. @param {unknown} value @returns {unknown} */
function replacePort(value) {
  if (typeof value === 'number' || typeof value === 'string') return realPort(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    value[0] = replacePort(value[0])
    return value
  }
  return 'port' in value ? Object.assign(value, { port: realPort(value.port) }) : value
}

for (const [owner, name] of /** @type {const} */ ([
  [net.Server.prototype, 'listen'],
  [net.Socket.prototype, 'connect'],
])) {
  const real = Reflect.get(owner, name)
  Reflect.set(owner, name, function (/** @type {unknown[]} */ ...values) {
    return Reflect.apply(real, Reflect.get({ self: this }, 'self'), [
      replacePort(values[0]),
      ...values.slice(1),
    ])
  })
}
