// What the parity run asks of examples/directory. The order matters: rows are created, changed and deleted.
import { api, apiJson, page, step, type Step } from './exchange.ts'
import {
  callAction,
  encodeData,
  encodeWithForm,
  multipart,
  postPlain,
  type Fields,
} from './forms.ts'
import { dataRequest, prefetchRequest, unmarkedDataRequest } from './rsc-request.ts'

const person = {
  name: 'Uma Rao',
  email: 'uma.rao@example.com',
  title: 'Engineer',
  team: 'engineering',
}
const form: Fields = { ...person, about: 'Made by the parity run.' }
const FORM = 'name="about"'
const STAR = 'aria-label="Star'
const DELETE = 'Yes, remove'
const DENSITY = 'name="density"'

const pages: readonly Step[] = [
  page('list', '/'),
  page('list-page-2', '/?page=2'),
  page('list-last-page', '/?page=3'),
  page('list-past-the-end', '/?page=9'),
  page('list-nonsense-page', '/?page=two&page=3'),
  page('list-search', '/?q=engineer&team=operations'),
  page('list-search-special', '/?q=100%25+%22%3C%26'),
  page('list-nobody', '/?q=nobody-at-all'),
  page('list-notice', '/?notice=deleted'),
  page('list-compact', '/', [['cookie', 'density=compact']]),
  page('person', '/people/1'),
  page('person-starred', '/people/12?notice=saved'),
  page('person-absent', '/people/999'),
  page('person-not-a-number', '/people/x'),
  page('person-too-large', '/people/99999999999'),
  page('person-encoded', '/people/%31'),
  page('new-person', '/people/new'),
  page('edit-person', '/people/2/edit'),
  page('edit-absent', '/people/999/edit'),
  page('short-address', '/people?q=ada&page=1'),
  page('unknown-address', '/no/such/page'),
  page('trailing-slash', '/people/1/'),
  page('double-slash', '/people//1'),
  step('head-of-list', { host: 'frontend', method: 'HEAD', path: '/' }),
  step('head-of-absent', { host: 'frontend', method: 'HEAD', path: '/people/999' }),
  step('put-to-a-page', { host: 'frontend', method: 'PUT', path: '/people/1', body: 'x' }),
  step('icon', { host: 'frontend', path: '/icon.svg' }),
  step('unknown-asset', { host: 'frontend', path: '/_next/static/nothing.js' }),
]

const pageData: readonly Step[] = [
  unmarkedDataRequest('data-without-mark', '/people/1', ['', {}]),
  dataRequest('data-of-list', '/?page=2', ['', {}]),
  dataRequest('data-of-person', '/people/1', ['', {}]),
  dataRequest('data-of-absent', '/people/999', ['', {}]),
  dataRequest('data-of-short-address', '/people', ['', {}]),
  prefetchRequest('prefetch-of-person', '/people/1', ['', {}]),
  step('data-with-broken-state', {
    host: 'frontend',
    path: '/',
    headers: [
      ['rsc', '1'],
      ['next-router-state-tree', 'broken'],
    ],
  }),
]

const availability = (query: string) => `/api/email-availability${query}`

const routeHandlers: readonly Step[] = [
  step('availability-free', { host: 'frontend', path: availability('?email=free%40example.com') }),
  step('availability-taken', {
    host: 'frontend',
    path: availability('?email=ada.osei%40example.com'),
  }),
  step('availability-own', {
    host: 'frontend',
    path: availability('?email=ada.osei%40example.com&except=1'),
  }),
  step('availability-missing', { host: 'frontend', path: availability('') }),
  step('availability-invalid', { host: 'frontend', path: availability('?email=nobody') }),
  ...['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) =>
    step(`availability-${method.toLowerCase()}`, {
      host: 'frontend',
      method,
      path: availability('?email=free%40example.com'),
    }),
  ),
  step('export', { host: 'frontend', path: '/people/export' }),
  step('export-of-a-search', { host: 'frontend', path: '/people/export?team=research&q=o' }),
]

const plainForms: readonly Step[] = [
  {
    name: 'form-with-errors',
    run: (side) => postPlain(side, '/people/new', FORM, { ...form, name: ' ', email: 'uma' }),
  },
  {
    name: 'form-taken',
    run: (side) => postPlain(side, '/people/new', FORM, { ...form, email: 'Ada.Osei@example.com' }),
  },
  { name: 'form-create', run: (side) => postPlain(side, '/people/new', FORM, form) },
  page('created-person', '/people/24?notice=created'),
  {
    name: 'form-edit',
    run: (side) => postPlain(side, '/people/24/edit', FORM, { ...form, title: 'Lead' }),
  },
  { name: 'form-star', run: (side) => postPlain(side, '/people/24', STAR, {}) },
  { name: 'form-density', run: (side) => postPlain(side, '/', DENSITY, { density: 'compact' }) },
  page('list-with-stored-cookie', '/'),
  { name: 'form-delete', run: (side) => postPlain(side, '/people/24', DELETE, {}) },
  page('deleted-person', '/people/24'),
  step('form-from-another-origin', {
    host: 'frontend',
    method: 'POST',
    path: '/people/new',
    ...multipart({ $ACTION_ID_0: '', ...form }),
    headers: [
      ['content-type', 'multipart/form-data; boundary=both-ends-parity'],
      ['origin', 'http://evil.example'],
    ],
  }),
  step('form-of-no-action', {
    host: 'frontend',
    method: 'POST',
    path: '/people/new',
    ...multipart(form),
  }),
]

const emptyState = {
  values: { name: '', email: '', title: '', team: '', about: '' },
  errors: {},
  message: null,
}

const actions: readonly Step[] = [
  {
    name: 'action-with-errors',
    run: (side) =>
      callAction(side, {
        path: '/people/new',
        marker: FORM,
        encode: () => encodeWithForm([emptyState], { ...form, team: 'sales' }),
      }),
  },
  {
    name: 'action-create',
    run: (side) =>
      callAction(side, {
        path: '/people/new',
        marker: FORM,
        encode: () => encodeWithForm([emptyState], form),
      }),
  },
  {
    name: 'action-star',
    run: (side) =>
      callAction(side, {
        path: '/people/2',
        marker: STAR,
        encode: (bound) => encodeData(bound),
      }),
  },
  {
    name: 'action-star-of-nobody',
    run: (side) =>
      callAction(side, {
        path: '/people/2',
        marker: STAR,
        encode: () => encodeData([999, true, null]),
      }),
  },
  {
    name: 'action-that-throws',
    run: (side) =>
      callAction(side, {
        path: '/people/2',
        marker: STAR,
        encode: () => encodeData(['2; drop', true, null]),
      }),
  },
  {
    name: 'action-density',
    run: (side) =>
      callAction(side, {
        path: '/',
        marker: DENSITY,
        encode: () => encodeWithForm([], { density: 'comfortable' }),
      }),
  },
  step('action-unknown', {
    host: 'frontend',
    method: 'POST',
    path: '/',
    headers: [
      ['next-action', '00'.repeat(21)],
      ['content-type', 'text/plain;charset=UTF-8'],
      ['origin', 'http://localhost:3000'],
    ],
    body: '[]',
  }),
  step('action-from-another-origin', {
    host: 'frontend',
    method: 'POST',
    path: '/',
    headers: [
      ['next-action', '00'.repeat(21)],
      ['content-type', 'text/plain;charset=UTF-8'],
      ['origin', 'http://evil.example'],
    ],
    body: '[]',
  }),
]

const backend: readonly Step[] = [
  api('api-list', '/api/people'),
  api('api-search', '/api/people?q=ENGINEER&team=operations&size=3'),
  api('api-wrong-query', '/api/people?page=0&size=101&team=sales'),
  api('api-person', '/api/people/1'),
  api('api-absent', '/api/people/999'),
  api('api-not-a-number', '/api/people/one'),
  apiJson('api-create', 'POST', '/api/people', { ...person, email: 'new@example.com' }),
  apiJson('api-create-taken', 'POST', '/api/people', { ...person, email: 'NEW@example.com' }),
  apiJson('api-create-wrong', 'POST', '/api/people', { name: '', email: 'x', admin: true }),
  api('api-create-broken-json', '/api/people', {
    method: 'POST',
    headers: [['content-type', 'application/json']],
    body: '{"name": ',
  }),
  api('api-create-as-text', '/api/people', {
    method: 'POST',
    headers: [['content-type', 'text/plain']],
    body: JSON.stringify(person),
  }),
  api('api-create-too-long', '/api/people', {
    method: 'POST',
    headers: [['content-type', 'application/json']],
    body: `"${'x'.repeat(70_000)}"`,
  }),
  apiJson('api-change', 'PATCH', '/api/people/3', { title: 'Lead' }),
  apiJson('api-change-null', 'PATCH', '/api/people/3', { email: null }),
  api('api-star', '/api/people/3/star', { method: 'PUT' }),
  api('api-unstar', '/api/people/3/star', { method: 'DELETE' }),
  api('api-delete', '/api/people/4', { method: 'DELETE' }),
  api('api-delete-again', '/api/people/4', { method: 'DELETE' }),
  api('api-not-allowed', '/api/people', { method: 'PUT' }),
  api('api-head', '/api/people/1', { method: 'HEAD' }),
  api('api-options', '/api/people', { method: 'OPTIONS' }),
  api('api-trailing-slash', '/api/people/?q=ada'),
  api('api-availability', '/api/email-availability?email=new%40example.com'),
  api('api-openapi', '/openapi.json'),
]

export const directoryTranscript: readonly Step[] = [
  ...pages,
  ...pageData,
  ...routeHandlers,
  ...plainForms,
  ...actions,
  ...backend,
]
