import { defineChecks, type CheckTools } from '../../../playground/lessons/define-checks.ts'
import { readForgeries, signIn, whoIs } from '../ask.ts'

/** What FastAPI answers to each forged token, and to no token at all. */
async function readRefusals({ http }: CheckTools) {
  const nothing = { trick: 'No token', answer: await http.fastapi('/api/users/me') }
  const refusals = [nothing]
  for (const { trick, token } of await readForgeries(http))
    refusals.push({ trick, answer: await whoIs(http, token) })
  return refusals
}

export const checks = defineChecks([
  {
    name: 'Every wrong token gets 401 and the same words',
    async run(tools) {
      for (const { trick, answer } of await readRefusals(tools)) {
        const { status, body, exchange } = answer
        tools.equal(
          `the answer to “${trick}”`,
          {
            expected: { status: 401, message: 'Please sign in.' },
            got: { status, message: JSON.parse(body).message },
          },
          exchange && { type: 'exchange', id: exchange.id, text: 'GET /api/users/me' },
        )
      }
    },
  },
  {
    name: 'Every 401 says how to sign in',
    async run(tools) {
      for (const { trick, answer } of await readRefusals(tools)) {
        const { headers, exchange } = answer
        const header = headers.find(([name]) => name.toLowerCase() === 'www-authenticate')
        tools.equal(
          `the header WWW-Authenticate for “${trick}”`,
          { expected: 'Bearer', got: header?.[1] ?? null },
          exchange && { type: 'exchange', id: exchange.id, text: 'GET /api/users/me' },
        )
      }
    },
  },
  {
    name: 'A right token is still accepted',
    async run({ http, equal }) {
      const { status } = await whoIs(http, await signIn(http))
      equal('the status with a right token', { expected: 200, got: status })
    },
  },
])
