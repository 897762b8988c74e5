// The learners of room.mjs, a process of its own: each asks for the same in the same order, over six connections to each
// origin that stay open, as browsers have them. The page first, then all that it needs.
// @ts-check
import { Agent, get } from 'node:https'

/** @typedef {{ origin: 'site' | 'preview', path: string }} Asked */
/** @typedef {{ ms: number, bytes: number }} Arrival `ms`: until the last answer was complete */
/** @typedef {{ siteOrigin: string, previewOrigin: string, authority: string, asked: Asked[], learners: number }} Task */

const CONNECTIONS = 6

process.once('message', async (/** @type {Task} */ task) => {
  const arrivals = await Promise.all(Array.from({ length: task.learners }, () => arrive(task)))
  process.send?.(arrivals)
})

/** @param {Task} task @returns {Promise<Arrival>} */
async function arrive({ siteOrigin, previewOrigin, authority, asked }) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, ca: authority })
  const origins = { site: siteOrigin, preview: previewOrigin }
  const start = performance.now()
  const [page, ...others] = asked.map(({ origin, path }) => origins[origin] + path)
  let bytes = page === undefined ? 0 : await ask(page, agent)
  const answers = await Promise.all(others.map((address) => ask(address, agent)))
  for (const size of answers) bytes += size
  const ms = performance.now() - start
  agent.destroy()
  return { ms, bytes }
}

/** @param {string} address @param {Agent} agent @returns {Promise<number>} bytes of the body, as they came */
function ask(address, agent) {
  return new Promise((resolve, reject) => {
    const request = get(
      address,
      { agent, headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } },
      (answer) => {
        if (answer.statusCode !== 200)
          reject(new Error(`${address} answered ${answer.statusCode}.`))
        let bytes = 0
        answer.on('data', (piece) => (bytes += piece.length))
        answer.once('end', () => resolve(bytes))
        answer.once('error', reject)
      },
    )
    // As browsers do: a connection that was kept and is gone by now is no answer.
    request.once('error', (cause) =>
      request.reusedSocket ? ask(address, agent).then(resolve, reject) : reject(cause),
    )
  })
}
