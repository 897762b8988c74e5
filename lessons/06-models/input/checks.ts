import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { createPerson, expectRefused, whereAsked } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'An address that no mail can reach is refused',
    freshDatabase: true,
    async run(tools) {
      for (const email of ['grace@example..com', 'not-an-email'])
        expectRefused(tools, await createPerson(tools.http, { email }), 'email', email)
    },
  },
  {
    name: 'Nobody chooses their own id, star or first day',
    freshDatabase: true,
    async run(tools) {
      const choices = { id: 500, starred: true, created_at: '1990-01-01T00:00:00Z' }
      for (const [field, value] of Object.entries(choices)) {
        const email = `${field.replace('_', '-')}@example.com`
        const answer = await createPerson(tools.http, { email, [field]: value })
        expectRefused(tools, answer, field, `a person with ${field}`)
      }
    },
  },
  {
    name: 'One wrong person does not take the list down',
    freshDatabase: true,
    async run({ http, equal }) {
      await createPerson(http, { email: 'grace@example.com', team: 'nobody' })
      const answer = await http.fastapi('/api/people?size=100')
      equal(
        'the status of the list after a team that does not exist',
        { expected: 200, got: answer.status },
        whereAsked(answer, 'GET /api/people'),
      )
    },
  },
  {
    name: 'An address in capitals is the same address',
    freshDatabase: true,
    async run({ http, equal }) {
      const answer = await createPerson(http, { email: 'ADA.OSEI@example.com' })
      equal(
        'the status for ADA.OSEI@example.com',
        { expected: 409, got: answer.status },
        whereAsked(answer, 'POST /api/people'),
      )
    },
  },
  {
    name: 'A person without a mistake is stored',
    freshDatabase: true,
    async run({ http, sql, equal }) {
      const answer = await createPerson(http, { email: 'grace@example.com' })
      equal(
        'the status for grace@example.com',
        { expected: 201, got: answer.status },
        whereAsked(answer, 'POST /api/people'),
      )
      const rows = await sql.rows("select name from people where email = 'grace@example.com'")
      equal(
        'the rows with grace@example.com',
        { expected: [['Grace Hopper']], got: rows },
        { type: 'dock', tab: 'data' },
      )
    },
  },
])
