// Loaded into `next dev` before its own code (NODE_OPTIONS=--require): what the app fetches while it answers a request
// carries that request's `traceparent`, so that the wire can show both as one exchange. And what Next asks of itself, after
// an action that redirects, goes to the port that the app knows: it is a hop like any. It changes nothing else.
// https://www.w3.org/TR/trace-context/
// @ts-check
const { AsyncLocalStorage } = require('node:async_hooks')
const http = require('node:http')

/** @type {AsyncLocalStorage<string>} */
const current = new AsyncLocalStorage()
const HERE = /^https?:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/

const emit = http.Server.prototype.emit
/** @this {import('node:http').Server} @param {string | symbol} event @param {...any} values */
http.Server.prototype.emit = function (event, ...values) {
  const parent = event === 'request' ? values[0]?.headers?.traceparent : undefined
  const go = () => Reflect.apply(emit, this, [event, ...values])
  return typeof parent === 'string' ? current.run(parent, go) : go()
}

const APP = 'http://localhost:3000'

/** @param {RequestInfo | URL} input @returns {RequestInfo | URL} */
function readdress(input) {
  // Next's own note of where it listens: a port that nobody but the relay asks.
  const own = process.env['__NEXT_PRIVATE_ORIGIN']
  const url = input instanceof Request ? input.url : String(input)
  if (own === undefined || !url.startsWith(`${own}/`)) return input
  const address = APP + url.slice(own.length)
  return input instanceof Request ? new Request(address, input) : address
}

const realFetch = globalThis.fetch
globalThis.fetch = (
  /** @type {RequestInfo | URL} */ asked,
  /** @type {RequestInit | undefined} */ init,
) => {
  const input = readdress(asked)
  const parent = current.getStore()
  const url = input instanceof Request ? input.url : String(input)
  if (parent === undefined || !HERE.test(url)) return realFetch(input, init)
  const headers = new Headers(
    init?.headers ?? (input instanceof Request ? input.headers : undefined),
  )
  if (!headers.has('traceparent')) headers.set('traceparent', parent)
  return realFetch(input, { ...init, headers })
}
