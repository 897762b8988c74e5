import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { countNotes, keepNumber, readFrontPage, readToken } from '../ask.ts'

const ROUTE = 'frontend/app/api/import/route.ts'
const VISITS = 5
const LINES = new TextEncoder().encode('One for this check\nAnd another\n')

export const checks = defineChecks([
  {
    name: 'An import that has written its notes says 204',
    freshDatabase: true,
    async run({ http, equal }) {
      const before = await countNotes(http)
      const session = await readToken(http, 'ada')
      const { status, exchange } = await http.next('/api/import', {
        method: 'POST',
        cookies: { session },
        body: LINES,
      })
      equal(
        'the status, and the notes more',
        {
          expected: { status: 204, more: 2 },
          got: { status, more: (await countNotes(http)) - before },
        },
        exchange && { type: 'exchange', id: exchange.id, text: 'POST /api/import' },
      )
    },
  },
  {
    name: 'The front page has the new number a few visits later',
    freshDatabase: true,
    async run({ http, equal }) {
      await keepNumber(http)
      const session = await readToken(http, 'ada')
      await http.next('/api/import', { method: 'POST', cookies: { session }, body: LINES })
      // The first who looks may still get the old one; the new one is fetched meanwhile.
      for (let visit = 1; visit < VISITS; visit += 1) await readFrontPage(http)
      const { notes, where } = await readFrontPage(http)
      equal('the notes on the front page', { expected: await countNotes(http), got: notes }, where)
    },
  },
  {
    name: 'Nobody but who is signed in imports',
    async run({ http, equal }) {
      const { status, exchange } = await http.next('/api/import', { method: 'POST', body: LINES })
      equal(
        'the status without a cookie',
        { expected: 401, got: status },
        exchange && { type: 'exchange', id: exchange.id, text: 'POST /api/import' },
      )
    },
  },
  {
    name: 'TypeScript agrees with the route handler',
    run: ({ types }) => types.agree(ROUTE),
  },
])
