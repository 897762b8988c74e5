// @ts-check
// The app as a browser without scripts gets it, with both servers running on an empty database of its own.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startServers } from '../scripts/servers.mjs'
import { testEnvironment } from '../scripts/settings.mjs'

/** @type {Awaited<ReturnType<typeof startServers>>} */
let servers
before(async () => {
  servers = await startServers({ port: 0, apiPort: 0, isBuilt: true, env: testEnvironment })
})
after(() => servers.stop())

/** @param {string} path @param {RequestInit} [init] */
async function open(path, init) {
  const response = await fetch(servers.webUrl + path, { redirect: 'manual', ...init })
  const html = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    html,
    text: html.replaceAll('<!-- -->', '').replace(/<[^>]+>/g, ' '),
  }
}

/**
 * Fills in and posts a form as a browser without scripts does: every hidden field of the form that holds `marker`.
 * @param {string} path @param {string} marker @param {Record<string, string>} fields
 */
async function submit(path, marker, fields) {
  const { html } = await open(path)
  const form = html
    .split('<form')
    .find((part) => part.includes(marker))
    ?.split('</form>')[0]
  assert.ok(form, `no form with ${marker} on ${path}`)
  const body = new FormData()
  for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1] ?? ''
    const value = /value="([^"]*)"/.exec(input)?.[1] ?? ''
    body.set(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
  }
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return open(path, { method: 'POST', body, headers: { Origin: servers.webUrl } })
}

const person = {
  name: 'Uma Rao',
  email: 'uma.rao@example.com',
  title: 'Engineer',
  team: 'engineering',
  about: '',
}

test('the list shows the first page of the demo people', async () => {
  const { status, text } = await open('/')
  assert.equal(status, 200)
  assert.match(text, /23 people in all/)
  assert.match(text, /Ada Osei/)
  assert.doesNotMatch(text, /Zofia/)
})

test('search and pages are in the address', async () => {
  assert.match((await open('/?q=zofia')).text, /1 person found/)
  assert.match((await open('/?page=3')).text, /Zofia/)
  assert.match((await open('/?q=nobody-at-all')).text, /Nobody was found/)
})

test('a person has a page; an absent one is 404', async () => {
  assert.match((await open('/people/1')).html, /<title>Ada Osei · Directory<\/title>/)
  for (const id of ['999', '0', 'x', '1.5', '99999999999'])
    assert.equal((await open(`/people/${id}`)).status, 404, id)
})

test('a short address leads to the list', async () => {
  const { status, headers } = await open('/people?q=ada')
  assert.equal(status, 308)
  assert.equal(headers.get('location'), '/?q=ada')
})

test('a wrong form comes back with its values and its errors', async () => {
  const { text, html } = await submit('/people/new', 'name="about"', { ...person, email: 'uma' })
  assert.match(text, /Please enter an address/)
  assert.match(html, /value="Uma Rao"/)
  assert.match(html, /<option value="engineering" selected/)
})

test('a taken address is an error of its field', async () => {
  const { text } = await submit('/people/new', 'name="about"', {
    ...person,
    email: 'Ada.Osei@example.com',
  })
  assert.match(text, /Somebody here has this address already/)
})

test('create, change, star and delete, each followed by a redirect', async () => {
  const created = await submit('/people/new', 'name="about"', person)
  assert.equal(created.status, 303)
  const location = created.headers.get('location') ?? ''
  assert.match(location, /^\/people\/\d+\?notice=created$/)
  const path = location.split('?')[0] ?? ''

  const changed = await submit(`${path}/edit`, 'name="about"', { ...person, title: 'Lead' })
  assert.equal(changed.headers.get('location'), `${path}?notice=saved`)
  assert.match(
    (await submit(path, 'aria-label="Star', {})).html,
    /aria-pressed="true" aria-label="Star Uma Rao"/,
  )

  const deleted = await submit(path, 'Yes, remove', {})
  assert.equal(deleted.headers.get('location'), '/?notice=deleted')
  assert.equal((await open(path)).status, 404)
})

test('the density of the rows is kept in a cookie that scripts cannot read', async () => {
  const { headers } = await submit('/', 'name="density"', { density: 'compact' })
  assert.match(
    headers.get('set-cookie') ?? '',
    /^density=compact; Path=\/; .*HttpOnly; SameSite=lax/i,
  )
  const { html } = await open('/', { headers: { cookie: 'density=compact' } })
  assert.match(html, /<ul[^>]*data-density="compact"/)
})

test('the form can ask whether an address is free', async () => {
  const ask = async (/** @type {string} */ query) =>
    (await open(`/api/email-availability?${query}`)).text
  assert.equal(await ask('email=ada.osei%40example.com'), '{"available":false}')
  assert.equal(await ask('email=ada.osei%40example.com&except=1'), '{"available":true}')
  assert.equal((await open('/api/email-availability')).status, 400)
})

test('the list can be saved as a file', async () => {
  const { headers, html } = await open('/people/export?team=research')
  assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.equal(html.trim().split('\r\n').length, 5)
})
