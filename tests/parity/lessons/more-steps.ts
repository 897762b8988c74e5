// What is asked beside a step's page where the point of the lesson is HTTP itself and its checks ask with a browser:
// forms, actions, cookies, CORS. At each step of the lesson, after the page; where there is a sign-in, signed in.
import { api, page, step, type Ask, type Step } from '../exchange.ts'
import { callAction, encodeWithForm, postPlain, type Fields } from '../forms.ts'

const FORM = 'name="about"'
const person: Fields = {
  name: 'Grace Hopper',
  email: 'grace@example.com',
  title: 'Rear Admiral',
  team: 'engineering',
  about: '',
}
const taken: Fields = { ...person, email: 'ada.osei@example.com' }

/** The form of a page, as a browser without scripts sends it. */
function post(name: string, path: string, fields: Fields): Step {
  return { name: `form-${name}`, run: (side) => postPlain(side, path, FORM, fields) }
}

/** The same, as Next's client sends it. */
function act(name: string, path: string, fields: Fields): Step {
  const encode = (bound: readonly unknown[]) => encodeWithForm(bound, fields)
  return {
    name: `action-${name}`,
    run: (side) => callAction(side, { path, marker: FORM, encode }),
  }
}

function sent(name: string, path: string, fields: Fields): readonly Step[] {
  return [post(name, path, fields), act(name, path, fields)]
}

function fromOrigin(name: string, origin: string, rest: Omit<Ask, 'host' | 'path'> = {}): Step {
  const { headers = [], ...more } = rest
  return api(name, '/api/newest', { ...more, headers: [['origin', origin], ...headers] })
}

const signOut = step('sign-out', {
  host: 'frontend',
  method: 'POST',
  path: '/sign-out',
  headers: [
    ['content-type', 'application/x-www-form-urlencoded'],
    ['origin', 'http://localhost:3000'],
  ],
  body: '',
})

const bySlug: Readonly<Record<string, readonly Step[]>> = {
  '04-forms': [
    ...sent('without-name', '/people/new', { ...person, name: '' }),
    ...sent('taken', '/people/new', taken),
    post('new', '/people/new', person),
    act('new', '/people/new', { ...person, email: 'g.hopper@example.com' }),
  ],
  '05-errors': [
    ...sent('taken', '/people/2/edit', taken),
    ...sent('saved', '/people/2/edit', person),
  ],
  '10-cookie': [signOut, page('after-sign-out', '/notes')],
  '16-cors': [
    fromOrigin('asked-from-ours', 'http://localhost:3000'),
    fromOrigin('asked-from-theirs', 'https://evil.example'),
    fromOrigin('preflight', 'http://localhost:3000', {
      method: 'OPTIONS',
      headers: [['access-control-request-method', 'GET']],
    }),
  ],
}

export function moreSteps(slug: string, stepId: string): readonly Step[] {
  return (bySlug[slug] ?? []).map(({ name, run }) => ({ name: `${stepId}-${name}`, run }))
}
