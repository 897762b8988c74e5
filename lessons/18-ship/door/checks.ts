import { defineChecks, type Answer } from '../../../playground/lessons/define-checks.ts'
import { DEMO_PASSWORD, expectStatus, signIn, whereAsked } from '../ask.ts'

const PASSWORD = 'correct horse battery'
const QUESTION = 'POST /api/token'

/** Of another address for each run: tries are counted for a minute. */
function newEmail(): string {
  return `uma.${crypto.randomUUID().slice(0, 8)}@example.com`
}

/** Empty where the answer has none. */
function headerOf({ headers }: Answer, wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''
}

export const checks = defineChecks([
  {
    name: 'After five wrong passwords one waits, and the right one is no way around',
    freshDatabase: true,
    async run(tools) {
      const { http, equal } = tools
      const email = newEmail()
      const json = { name: 'Uma Rao', email, password: PASSWORD }
      await expectStatus(tools, null, { question: 'POST /api/users', json, status: 201 })
      for (let count = 1; count <= 7; count += 1) {
        const answer = await signIn(http, email, count === 7 ? PASSWORD : `guess ${count}`)
        const what = `the status of try ${count}${count === 7 ? ', with the right password' : ''}`
        const expected = count <= 5 ? 401 : 429
        equal(what, { expected, got: answer.status }, whereAsked(answer, QUESTION))
        if (count <= 5) continue
        const wait = Number(headerOf(answer, 'retry-after'))
        const where = whereAsked(answer, QUESTION)
        equal('Retry-After says how long', { expected: true, got: wait >= 1 }, where)
      }
    },
  },
  {
    name: 'Who knows the password may sign in as often as they like',
    async run({ http, equal }) {
      for (let count = 1; count <= 7; count += 1) {
        const answer = await signIn(http, 'ada@example.com', DEMO_PASSWORD)
        const what = `the status of Ada’s time ${count}`
        equal(what, { expected: 200, got: answer.status }, whereAsked(answer, QUESTION))
      }
    },
  },
  {
    name: 'Every answer of Next says what may be done with it',
    async run({ http, equal }) {
      for (const path of ['/', '/sign-in', '/nothing/here', '/api/notes/x', '/icon.svg']) {
        const answer = await http.next(path)
        const where = whereAsked(answer, `GET ${path}`)
        const sniff = headerOf(answer, 'x-content-type-options')
        equal(`X-Content-Type-Options of ${path}`, { expected: 'nosniff', got: sniff }, where)
        const hasPolicy = Boolean(headerOf(answer, 'referrer-policy'))
        equal(`a Referrer-Policy of ${path}`, { expected: true, got: hasPolicy }, where)
        const powered = headerOf(answer, 'x-powered-by')
        equal(`X-Powered-By of ${path}`, { expected: '', got: powered }, where)
      }
    },
  },
])
