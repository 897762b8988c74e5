import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { allowedOrigin, askFrom, OURS, THEIRS } from '../ask.ts'

/** No date, so FastAPI cannot read the newest row, and answers 500. */
const BREAK = "update people set created_at = 'never' where id = (select max(id) from people)"

export const checks = defineChecks([
  {
    name: 'The page shows the three who came last',
    freshDatabase: true,
    async run({ page }) {
      await page.open('/newest')
      await page.see('Zofia Zielińska, Technical Writer')
      await page.see('Priya Raman, Engineering Manager')
    },
  },
  {
    name: 'When FastAPI breaks, the page can read that it did',
    freshDatabase: true,
    async run({ http, page, sql, equal }) {
      await sql.rows(BREAK)
      const answer = await askFrom(http, OURS, '/api/newest')
      equal(
        'who may read the answer with 500',
        {
          expected: { status: 500, origin: OURS },
          got: { status: answer.status, origin: allowedOrigin(answer) },
        },
        answer.exchange && {
          type: 'exchange',
          id: answer.exchange.id,
          text: 'GET /api/newest',
        },
      )
      await page.open('/newest')
      await page.see('Something went wrong on the server.')
    },
  },
  {
    name: 'Pages of other origins can read nothing, neither answers nor errors',
    freshDatabase: true,
    async run({ http, sql, equal }) {
      for (const path of ['/api/newest', '/api/people/999', '/api/newest?broken']) {
        if (path.endsWith('?broken')) await sql.rows(BREAK)
        const answer = await askFrom(http, THEIRS, path)
        equal(
          `who may read ${path}, asked from ${THEIRS}`,
          { expected: null, got: allowedOrigin(answer) },
          answer.exchange && { type: 'exchange', id: answer.exchange.id, text: `GET ${path}` },
        )
      }
    },
  },
])
