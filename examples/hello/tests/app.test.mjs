// @ts-check
// The page as a browser gets it, with both servers running.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startServers } from '../scripts/servers.mjs'

/** @type {Awaited<ReturnType<typeof startServers>>} */
let servers
before(async () => {
  servers = await startServers({ port: 0, apiPort: 0, isBuilt: true })
})
after(() => servers.stop())

/** The page's text, as a reader sees it. @param {string} path */
async function read(path) {
  const response = await fetch(servers.webUrl + path)
  const html = await response.text()
  return {
    status: response.status,
    html,
    text: html.replaceAll('<!-- -->', '').replace(/<[^>]+>/g, ' '),
  }
}

test('the page shows what FastAPI answered', async () => {
  const { status, text } = await read('/')
  assert.equal(status, 200)
  assert.match(text, /Hello, world!/)
  assert.match(text, /10 letters, counted in Python/)
})

test('a name from the address reaches FastAPI and comes back', async () => {
  const { text } = await read('/?name=Ada')
  assert.match(text, /Hello, Ada!/)
  assert.match(text, /GET \/api\/hello\?name=Ada/)
})

test('markup in a name stays text', async () => {
  const { html } = await read('/?name=%3Cimg%20src%3Dx%3E')
  assert.match(html, /Hello, &lt;img src=x&gt;!/)
  assert.doesNotMatch(html, /<img src=x>/)
})

test('the counter is drawn on the server too', async () => {
  const { html } = await read('/')
  assert.match(html, /<output[^>]*>0<\/output>/)
})
