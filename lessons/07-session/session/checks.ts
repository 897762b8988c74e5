import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { createPerson } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'After a person who cannot be saved, the list is still there',
    freshDatabase: true,
    async run({ http, equal }) {
      await createPerson(http, 'ada.osei@example.com')
      const { status, exchange } = await http.fastapi('/api/people')
      equal(
        'the status of /api/people, right after',
        { expected: 200, got: status },
        exchange && { type: 'exchange', id: exchange.id, text: 'GET /api/people' },
      )
    },
  },
  {
    name: 'And the next person can be saved',
    freshDatabase: true,
    async run({ http, sql, equal }) {
      await createPerson(http, 'ada.osei@example.com')
      const { status, exchange } = await createPerson(http, 'grace@example.com')
      equal(
        'the status for grace@example.com',
        { expected: 201, got: status },
        exchange && { type: 'exchange', id: exchange.id, text: 'POST /api/people' },
      )
      const rows = await sql.rows('select count(*) from people')
      equal('the number of rows', { expected: [[24]], got: rows }, { type: 'dock', tab: 'data' })
    },
  },
  {
    name: 'The page shows what is in the database, whoever wrote it',
    freshDatabase: true,
    async run({ page, sql }) {
      await page.open('/people/1')
      await page.see('Head of Design')
      await sql.rows("update people set title = 'Head of Everything' where id = 1")
      await page.open('/people/1')
      await page.see('Head of Everything')
    },
  },
])
