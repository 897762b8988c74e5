// Rows about FastAPI's side: rows and keys, tokens, other origins, what lists and refusals say, passwords tried.
import { defineChecks, type CheckTools } from '../../../lessons/define-checks.ts'
import { toBase64Url } from '../../../runtime/wire/base64.ts'
import {
  ask,
  askForToken,
  headerOf,
  readApi,
  signIn,
  where,
  type Api,
  type Endpoint,
} from '../api.ts'
import { DoesNotApply } from '../does-not-apply.ts'

const NO_SIGN_IN = 'Nobody signs in at this app: its OpenAPI names no token endpoint.'

function questions({ endpoints }: Api, isOpen: boolean): readonly Endpoint[] {
  return endpoints.filter((endpoint) => endpoint.method === 'GET' && endpoint.isOpen === isOpen)
}

function has({ endpoints }: Api, question: string): boolean {
  return endpoints.some(({ method, path }) => `${method} ${path}` === question)
}

const PERSON = { name: 'Uma Rao', email: 'uma.rao@example.com', password: 'correct horse battery' }

/** Where people have notes of their own: signs up, writes one, and goes again. */
async function comeAndGo({ http, equal }: CheckTools, api: Api): Promise<void> {
  const steps = ['POST /api/users', 'POST /api/notes', 'POST /api/users/me/delete']
  if (api.tokenPath === null || !steps.every((question) => has(api, question))) return
  await ask(http, { method: 'POST', path: '/api/users' }, { json: PERSON })
  const form = { username: PERSON.email, password: PERSON.password }
  const { body } = await askForToken(http, api.tokenPath, form)
  const { access_token: token }: { readonly access_token: string } = JSON.parse(body)
  const note = { title: 'Only for me', text: '' }
  await ask(http, { method: 'POST', path: '/api/notes' }, { token, json: note })
  const proof = { password: PERSON.password }
  const gone = { method: 'POST', path: '/api/users/me/delete' }
  const answer = await ask(http, gone, { token, json: proof })
  const place = where(answer, 'POST /api/users/me/delete')
  equal('the status for who leaves', { expected: 204, got: answer.status }, place)
}

export const [database] = defineChecks([
  {
    name: 'Every list is answered, and no row speaks of one that is gone',
    freshDatabase: true,
    async run(tools) {
      const { http, sql, equal } = tools
      const api = await readApi(http)
      for (const { path } of questions(api, true)) {
        const answer = await ask(http, { method: 'GET', path })
        if (answer.status < 500) continue
        const sides = { expected: 'below 500', got: answer.status }
        equal(`the status of GET ${path}`, sides, where(answer, `GET ${path}`))
      }
      const tables = await sql.rows("select name from sqlite_master where type = 'table'")
      if (tables.length === 0) throw new DoesNotApply('This app has no tables.')
      await comeAndGo(tools, api)
      const orphans = await sql.rows('pragma foreign_key_check')
      const sides = { expected: 0, got: orphans.length }
      equal('rows whose key leads nowhere', sides, { type: 'dock', tab: 'data' })
    },
  },
])

const encodePart = (part: object) => toBase64Url(new TextEncoder().encode(JSON.stringify(part)))

/** The claims of a good token, signed by nobody, and signed wrong. */
function forge(token: string | undefined): readonly string[] {
  const [head = '', claims = encodePart({ sub: '1' }), signature = ''] = (token ?? '').split('.')
  const unsigned = `${encodePart({ alg: 'none', typ: 'JWT' })}.${claims}.`
  const wrong = `${head}.${claims}.${signature.split('').toReversed().join('')}`
  return ['undefined', unsigned, ...(token === undefined ? [] : [wrong])]
}

export const [tokens] = defineChecks([
  {
    name: 'Only a token that FastAPI signed, and that is not over, opens anything',
    async run(tools) {
      const { http, clock, equal } = tools
      const api = await readApi(http)
      const [endpoint] = questions(api, false)
      if (api.tokenPath === null || !endpoint) throw new DoesNotApply(NO_SIGN_IN)
      const good = await signIn(tools, api)
      const text = `GET ${endpoint.path}`
      const expectRefused = async (whose: string, token: string | null) => {
        const answer = await ask(http, endpoint, { token })
        const place = where(answer, text)
        equal(`the status of ${text} ${whose}`, { expected: 401, got: answer.status }, place)
        const got = headerOf(answer, 'www-authenticate') !== ''
        equal('a WWW-Authenticate beside 401', { expected: true, got }, place)
      }
      await expectRefused('without a token', null)
      for (const token of forge(good?.token)) await expectRefused('with a forged token', token)
      if (!good) return
      const answer = await ask(http, endpoint, { token: good.token })
      equal(
        `the status of ${text} for Ada`,
        { expected: 200, got: answer.status },
        where(answer, text),
      )
      if (good.expiresIn === null) return
      await clock.ahead(good.expiresIn / 60 + 1)
      await expectRefused('with a token that is over', good.token)
    },
  },
])

const ELSEWHERE = 'https://evil.example'

export const [cors] = defineChecks([
  {
    name: 'A page of another origin may read nothing of FastAPI’s',
    async run({ http, equal }) {
      const api = await readApi(http)
      const [endpoint] = api.endpoints
      if (!endpoint) throw new DoesNotApply('FastAPI answers no questions yet.')
      const asked = [
        ['origin', ELSEWHERE],
        ['access-control-request-method', 'POST'],
        ['access-control-request-headers', 'authorization'],
      ] as const
      for (const method of ['GET', 'OPTIONS']) {
        const answer = await http.fastapi(endpoint.path, { method, headers: asked })
        const text = `${method} ${endpoint.path}`
        const allowed = headerOf(answer, 'access-control-allow-origin')
        const got = allowed === ELSEWHERE || allowed === '*' ? allowed : ''
        equal(
          `Access-Control-Allow-Origin for ${ELSEWHERE}`,
          { expected: '', got },
          where(answer, text),
        )
      }
    },
  },
])

/** Names of columns that are for FastAPI alone. */
const INNER = /"[a-z_]*(password|hash|secret|token_version)[a-z_]*"\s*:/i

export const [answers] = defineChecks([
  {
    name: 'No answer holds a password, a hash or a secret',
    async run(tools) {
      const api = await readApi(tools.http)
      const signedIn = await signIn(tools, api)
      const all = [...questions(api, true), ...(signedIn ? questions(api, false) : [])]
      if (all.length === 0) throw new DoesNotApply('FastAPI answers no questions yet.')
      for (const endpoint of all) {
        const answer = await ask(tools.http, endpoint, { token: signedIn?.token ?? null })
        const got = INNER.exec(answer.body)?.[0]
        if (got === undefined) continue
        const expected = `GET ${endpoint.path} without inner columns`
        tools.fail({ expected, got, where: where(answer, `GET ${endpoint.path}`) })
      }
    },
  },
])

export const [refusals] = defineChecks([
  {
    name: 'A refusal repeats nothing of what was sent',
    freshDatabase: true,
    async run({ http, fail }) {
      const api = await readApi(http)
      const forms = api.endpoints.filter(
        (one) => one.method === 'POST' && one.takesJson && one.isOpen,
      )
      if (forms.length === 0) throw new DoesNotApply('Nothing can be sent without signing in.')
      const word = `secret-${crypto.randomUUID().slice(0, 8)}`
      for (const endpoint of forms) {
        for (const json of [word, { unexpected: word, password: word }]) {
          const answer = await ask(http, endpoint, { json })
          if (!answer.body.includes(word)) continue
          const expected = `POST ${endpoint.path} to answer without it`
          fail({ expected, got: answer.body, where: where(answer, `POST ${endpoint.path}`) })
        }
      }
    },
  },
])

const TRIES = 10

export const [passwords] = defineChecks([
  {
    name: `Nobody may try ${TRIES} passwords in a row`,
    async run({ http, equal }) {
      const { tokenPath } = await readApi(http)
      if (tokenPath === null) throw new DoesNotApply(NO_SIGN_IN)
      const username = `uma.${crypto.randomUUID().slice(0, 8)}@example.com`
      for (let count = 1; count <= TRIES; count += 1) {
        const answer = await askForToken(http, tokenPath, { username, password: `guess ${count}` })
        if (answer.status === 429) return
        if (count < TRIES) continue
        const place = where(answer, `POST ${tokenPath}`)
        equal(`the status of wrong try ${count}`, { expected: 429, got: answer.status }, place)
      }
    },
  },
])
