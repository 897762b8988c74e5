// What the parity run asks of examples/user-crud. The order matters: one signs in, rows are created and deleted. Ids and
// tokens are drawn at random on each side, so each step learns its own.
import { api, apiJson, page, step, type Ask, type Side, type Step } from './exchange.ts'
import { callAction, encodeData, encodeWithForm, postPlain, type Fields } from './forms.ts'
import { dataRequest, prefetchRequest, segmentRequest } from './rsc-request.ts'

const ABSENT = '00000000-0000-4000-8000-000000000000'
const DEMO_PASSWORD = 'demo password 2026'
const PASSWORD = 'correct horse battery'
/** What the markup of each form holds, and no form before it on its page. */
const SIGN_IN = 'autoComplete="current-password"'
const SIGN_UP = 'autoComplete="new-password"'
const NOTE = 'name="text"'
const PIN = 'aria-label="Pin'
const DELETE_NOTE = 'Yes, delete'
const PROFILE = 'name="name"'
const NEW_PASSWORD = 'name="new_password"'
const DELETE_ACCOUNT = 'Delete my account'
const ROLE = ': Ben Ito"'
/** One note of the demo's, by its words. */
const FOUND = '/notes?q=ljubljana'
const ADA = { email: 'ada@example.com', password: DEMO_PASSWORD, next: '/notes' }
const BEN = { ...ADA, email: 'ben@example.com' }
const newcomer = { name: 'Uma Rao', email: 'uma@example.com', password: PASSWORD }

function formBody(fields: Fields): Omit<Ask, 'host' | 'path'> {
  return {
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new URLSearchParams(fields).toString(),
  }
}

/** A plain form to a route handler, as the header of every page has it. */
function signOut(name: string, origin = 'http://localhost:3000'): Step {
  const { headers = [], ...form } = formBody({})
  const from = ['origin', origin] as const
  return step(name, { host: 'frontend', path: '/sign-out', ...form, headers: [...headers, from] })
}

const tokens = new WeakMap<Side, string>()

async function tokenOf(side: Side): Promise<string> {
  const kept = tokens.get(side)
  if (kept !== undefined) return kept
  const form = formBody({
    grant_type: 'password',
    username: 'ada@example.com',
    password: DEMO_PASSWORD,
  })
  const { body } = await side.ask({ host: 'backend', path: '/api/token', ...form })
  const { access_token: token }: { access_token: string } = JSON.parse(body)
  tokens.set(side, token)
  return token
}

/** FastAPI, asked with a token of Ada's. `:note` in a path is the id of her note; `body` is sent as JSON. */
function asAda(name: string, method: string, path: string, body?: unknown): Step {
  return {
    name,
    async run(side) {
      const authorization = ['authorization', `Bearer ${await tokenOf(side)}`] as const
      const filled = path.includes(':note') ? path.replace(':note', await noteId(side)) : path
      const ask = { host: 'backend', method, path: filled } as const
      if (body === undefined) return side.ask({ ...ask, headers: [authorization] })
      const headers = [['content-type', 'application/json'], authorization] as const
      return side.ask({ ...ask, headers, body: JSON.stringify(body) })
    },
  }
}

async function noteId(side: Side, words = 'ljubljana'): Promise<string> {
  const headers = [['authorization', `Bearer ${await tokenOf(side)}`]] as const
  const { body } = await side.ask({ host: 'backend', path: `/api/notes?q=${words}`, headers })
  const { items }: { items: readonly { id: string }[] } = JSON.parse(body)
  const [first] = items
  if (first === undefined) throw new Error(`No note of Ada's holds ${words}.`)
  return first.id
}

/** A path, or one with an id that each side has drawn for itself. */
type Where = string | ((side: Side) => Promise<string>)

const toNote: Where = async (side) => `/notes/${await noteId(side)}`
const toLook: Where = async (side) => `/api/notes/${await noteId(side)}`
const toCreated: Where = async (side) => `/notes/${await noteId(side, 'parity')}`

async function pathOn(side: Side, where: Where): Promise<string> {
  return typeof where === 'string' ? where : where(side)
}

function open(name: string, where: Where): Step {
  const headers = [['accept', 'text/html']] as const
  return {
    name,
    run: async (side) => side.ask({ host: 'frontend', path: await pathOn(side, where), headers }),
  }
}

/** A form of the app's, sent by Next's client. */
function act(name: string, where: Where, marker: string, fields: Fields): Step {
  const encode = (bound: readonly unknown[]) => encodeWithForm(bound, fields)
  return {
    name,
    run: async (side) => callAction(side, { path: await pathOn(side, where), marker, encode }),
  }
}

/** The same, sent by a browser without scripts. */
function post(name: string, where: Where, marker: string, fields: Fields): Step {
  return {
    name,
    run: async (side) => postPlain(side, await pathOn(side, where), marker, fields),
  }
}

function pin(name: string, args: (bound: readonly unknown[]) => readonly unknown[]): Step {
  const encode = (bound: readonly unknown[]) => encodeData(args(bound))
  return { name, run: (side) => callAction(side, { path: FOUND, marker: PIN, encode }) }
}

const guest: readonly Step[] = [
  page('home', '/'),
  page('home-notice', '/?notice=goodbye'),
  page('sign-in', '/sign-in'),
  page('sign-in-and-then', '/sign-in?next=%2Faccount'),
  page('sign-in-and-then-elsewhere', '/sign-in?next=%2F%2Fevil.example'),
  page('sign-up', '/sign-up'),
  page('guest-notes', '/notes?q=a&page=2'),
  page('guest-new-note', '/notes/new'),
  page('guest-account', '/account'),
  page('guest-people', '/admin/people'),
  page('guest-with-junk', '/notes', [['cookie', 'session=no-token']]),
  page('guest-with-forged', '/notes', [['cookie', 'session=a.b.c']]),
  page('unknown-address', '/no/such/page'),
  page('trailing-slash', '/sign-in/'),
  step('guest-look', { host: 'frontend', path: `/api/notes/${ABSENT}` }),
  step('guest-look-at-a-path', { host: 'frontend', path: '/api/notes/..%2Fusers%2Fme' }),
  ...['HEAD', 'OPTIONS', 'POST'].map((method) =>
    step(`look-${method.toLowerCase()}`, {
      host: 'frontend',
      method,
      path: `/api/notes/${ABSENT}`,
    }),
  ),
  step('head-of-home', { host: 'frontend', method: 'HEAD', path: '/' }),
  step('put-to-a-page', { host: 'frontend', method: 'PUT', path: '/sign-in', body: 'x' }),
  step('icon', { host: 'frontend', path: '/icon.svg' }),
  step('favicon', { host: 'frontend', path: '/favicon.ico' }),
  dataRequest('data-of-home', '/', ['', {}]),
  dataRequest('data-of-sign-in', '/sign-in?next=%2Fnotes', ['', {}]),
  dataRequest('guest-data-of-notes', '/notes', ['', {}]),
  prefetchRequest('prefetch-of-sign-up', '/sign-up', ['', {}]),
  segmentRequest('tree-of-sign-up', '/sign-up', '/_tree'),
  segmentRequest('shell-of-sign-up', '/sign-up', '/sign-up/__PAGE__'),
  segmentRequest('segment-that-is-not', '/sign-up', '/sign-up/nothing'),
]

const signingIn: readonly Step[] = [
  post('form-sign-in-wrong', '/sign-in', SIGN_IN, { ...ADA, password: 'not this one' }),
  post('form-sign-up-wrong', '/sign-up', SIGN_UP, { ...newcomer, email: 'uma', password: 'short' }),
  act('action-sign-in-without-password', '/sign-in', SIGN_IN, { ...ADA, password: '' }),
  act('action-sign-in-wrong', '/sign-in', SIGN_IN, { ...ADA, password: 'not this one' }),
  act('action-sign-up-taken', '/sign-up', SIGN_UP, {
    name: 'Ada',
    email: 'ADA@example.com',
    password: PASSWORD,
  }),
  act('action-sign-in', '/sign-in', SIGN_IN, ADA),
]

const signedIn: readonly Step[] = [
  page('notes', '/notes'),
  page('notes-page-2', '/notes?page=2'),
  page('notes-past-the-end', '/notes?page=9'),
  page('notes-search', FOUND),
  page('notes-nothing-found', '/notes?q=nothing-of-the-kind'),
  page('notes-notice', '/notes?notice=saved'),
  page('new-note', '/notes/new'),
  page('note-absent', `/notes/${ABSENT}`),
  page('note-no-id', '/notes/1'),
  page('account', '/account'),
  page('people', '/admin/people'),
  page('people-search', '/admin/people?q=ben'),
  page('home-signed-in', '/'),
  open('note', toNote),
  open('look', toLook),
  step('look-at-absent', { host: 'frontend', path: `/api/notes/${ABSENT}` }),
  dataRequest('data-of-notes', '/notes?page=2', ['', {}]),
  dataRequest('data-of-account', '/account', ['', {}]),
  dataRequest('data-of-people', '/admin/people', ['', {}]),
  prefetchRequest('prefetch-of-notes', '/notes', ['', {}]),
  segmentRequest('tree-of-notes', '/notes', '/_tree'),
  segmentRequest('full-of-notes', '/notes', '/_full'),
]

const writing: readonly Step[] = [
  act('action-note-without-title', '/notes/new', NOTE, { title: ' ', text: 'kept' }),
  act('action-note', '/notes/new', NOTE, { title: 'By an action', text: 'Two\nlines' }),
  post('form-note-without-title', '/notes/new', NOTE, { title: ' ', text: 'kept' }),
  post('form-note', '/notes/new', NOTE, { title: 'By parity', text: 'One line' }),
  page('notes-created', '/notes?notice=created'),
  pin('action-pin', (bound) => bound),
  pin('action-pin-of-no-id', () => ['../users', true, null]),
  post('form-pin', FOUND, PIN, {}),
  act('action-save-without-title', toNote, NOTE, { title: '', text: 'kept' }),
  post('form-save-without-title', toNote, NOTE, { title: '', text: 'kept' }),
  post('form-save', toNote, NOTE, { title: 'Train to Ljubljana', text: 'At noon' }),
  post('form-delete', toCreated, DELETE_NOTE, {}),
  page('notes-after-delete', '/notes?notice=deleted'),
  page('home-counts', '/'),
  act('action-profile', '/account', PROFILE, { name: 'Ada O.', email: ADA.email, password: '' }),
  act('action-profile-taken', '/account', PROFILE, { ...ADA, name: 'Ada', email: BEN.email }),
  act('action-password-too-short', '/account', NEW_PASSWORD, {
    password: DEMO_PASSWORD,
    new_password: 'short',
  }),
  post('form-password-too-short', '/account', NEW_PASSWORD, {
    password: DEMO_PASSWORD,
    new_password: 'short',
  }),
  act('action-delete-account-wrong', '/account', DELETE_ACCOUNT, { password: 'not this one' }),
  post('form-role', '/admin/people', ROLE, {}),
  page('people-with-two-administrators', '/admin/people'),
  post('form-role-back', '/admin/people', ROLE, {}),
  signOut('form-sign-out-from-elsewhere', 'https://evil.example'),
  step('sign-out-by-a-link', { host: 'frontend', path: '/sign-out' }),
  signOut('form-sign-out'),
  page('signed-out', '/account'),
]

const another: readonly Step[] = [
  post('form-sign-in-of-a-member', '/sign-in', SIGN_IN, BEN),
  page('member-notes', '/notes'),
  page('member-people', '/admin/people'),
  dataRequest('member-data-of-people', '/admin/people', ['', {}]),
  open('another-ones-note', toNote),
  open('another-ones-look', toLook),
  signOut('form-member-signs-out'),
  act('action-sign-up', '/sign-up', SIGN_UP, { ...newcomer, email: 'vera@example.com' }),
  page('welcome', '/notes?notice=welcome'),
  post('form-delete-account', '/account', DELETE_ACCOUNT, { password: PASSWORD }),
  page('account-is-gone', '/account'),
]

const backend: readonly Step[] = [
  api('health', '/health'),
  api('ready', '/ready'),
  api('stats', '/api/stats'),
  api('token-wrong', '/api/token', formBody({ username: 'nobody@example.com', password: 'no' })),
  api('token-empty', '/api/token', formBody({})),
  api('token-as-query', '/api/token?username=ada@example.com', { method: 'POST' }),
  api('me-without-token', '/api/users/me'),
  api('me-with-junk', '/api/users/me', { headers: [['authorization', 'Bearer a.b.c']] }),
  api('me-with-nothing', '/api/users/me', { headers: [['authorization', 'Bearer ']] }),
  asAda('me', 'GET', '/api/users/me'),
  asAda('me-renamed', 'PATCH', '/api/users/me', { name: 'Ada O.' }),
  asAda('me-mass-assigned', 'PATCH', '/api/users/me', { is_admin: false, id: ABSENT }),
  asAda('me-new-address-without-password', 'PATCH', '/api/users/me', { email: 'a@example.com' }),
  asAda('last-admin-stays', 'POST', '/api/users/me/delete', { password: DEMO_PASSWORD }),
  apiJson('register', 'POST', '/api/users', newcomer),
  apiJson('register-again', 'POST', '/api/users', { ...newcomer, email: 'UMA@example.com' }),
  apiJson('register-wrong', 'POST', '/api/users', { ...newcomer, email: 'x', password: 'short' }),
  api('register-broken', '/api/users', {
    method: 'POST',
    headers: [['content-type', 'application/json']],
    body: '{"name": ',
  }),
  api('register-too-long', '/api/users', {
    method: 'POST',
    headers: [['content-type', 'application/json']],
    body: `"${'x'.repeat(70_000)}"`,
  }),
  api('people-without-token', '/api/users'),
  asAda('people-list', 'GET', '/api/users?size=2'),
  asAda('people-wrong-page', 'GET', '/api/users?page=0&size=1000'),
  asAda('own-role', 'PATCH', `/api/users/${ABSENT}`, { is_admin: true }),
  asAda('notes-list', 'GET', '/api/notes?size=3&q=a'),
  asAda('note-create', 'POST', '/api/notes', { title: 'From outside' }),
  asAda('note-create-wrong', 'POST', '/api/notes', { title: '', owner_id: ABSENT }),
  asAda('note-read', 'GET', '/api/notes/:note'),
  asAda('note-change', 'PATCH', '/api/notes/:note', { pinned: false }),
  asAda('note-change-null', 'PATCH', '/api/notes/:note', { title: null }),
  asAda('note-remove', 'DELETE', '/api/notes/:note'),
  asAda('note-gone', 'GET', `/api/notes/${ABSENT}`),
  asAda('note-id-of-another-kind', 'GET', '/api/notes/1'),
  api('unknown-endpoint', '/api/nothing'),
  api('not-allowed', '/api/stats', { method: 'DELETE' }),
  api('given-request-id', '/health', { headers: [['x-request-id', 'from.outside-1']] }),
  api('openapi', '/openapi.json'),
]

export const userCrudTranscript: readonly Step[] = [
  ...guest,
  ...signingIn,
  ...signedIn,
  ...writing,
  ...another,
  ...backend,
]
