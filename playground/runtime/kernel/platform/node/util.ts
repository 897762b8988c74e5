// node:util in the kernel worker: the npm `util` package, brought up to what Next's server code calls.
import util from 'util/util.js'

const PROMISIFY = Symbol.for('nodejs.util.promisify.custom')

type Done = (cause: unknown, value?: unknown) => void
type NodeStyle = (...values: unknown[]) => unknown

function promisify(callback: NodeStyle): unknown {
  const custom: unknown = Reflect.get(callback, PROMISIFY)
  if (custom) return custom
  return function (this: unknown, ...values: unknown[]) {
    return new Promise((resolve, reject) => {
      const done: Done = (cause, value) => (cause ? reject(cause) : resolve(value))
      callback.call(this, ...values, done)
    })
  }
}

function stripVTControlCharacters(text: unknown): string {
  // eslint-disable-next-line no-control-regex -- escape sequences are what it removes
  return String(text).replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
}

Object.assign(util.inspect, {
  custom: Symbol.for('nodejs.util.inspect.custom'),
  defaultOptions: {},
})

export const utilModule = Object.assign(util, {
  promisify: Object.assign(promisify, { custom: PROMISIFY }),
  TextEncoder,
  TextDecoder,
  stripVTControlCharacters,
  toUSVString: (text: unknown) => String(text).toWellFormed(),
  isDeepStrictEqual: (a: unknown, b: unknown) => util.inspect(a) === util.inspect(b),
})
