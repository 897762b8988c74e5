import { defineChecks, type CheckTools } from '../../../playground/lessons/define-checks.ts'
import { askAs, DEMO_PASSWORD, expectStatus, readToken, whereAsked } from '../ask.ts'

const NEW_PASSWORD = 'another password 2026'

async function expectNoOrphans({ sql, equal }: CheckTools): Promise<void> {
  const [row] = await sql.rows(
    'select count(*) from notes where owner_id not in (select id from users)',
  )
  const sides = { expected: 0, got: row?.[0] }
  equal('notes whose owner is gone', sides, { type: 'dock', tab: 'data' })
}

/** A note of Ben's, who has none in the demo. */
async function writeBensNote(tools: CheckTools): Promise<string> {
  const token = await readToken(tools.http, 'ben')
  const json = { title: 'Only for me', text: 'Nobody else reads this.' }
  await expectStatus(tools, token, { question: 'POST /api/notes', json, status: 201 })
  return token
}

export const checks = defineChecks([
  {
    name: 'A new password ends the login sessions of before',
    freshDatabase: true,
    async run(tools) {
      const { http, equal } = tools
      const before = await readToken(http, 'ben')
      const json = { password: DEMO_PASSWORD, new_password: NEW_PASSWORD }
      const question = 'POST /api/users/me/password'
      const answer = await expectStatus(tools, before, { question, json, status: 200 })
      const { access_token: after }: { readonly access_token: string } = JSON.parse(answer.body)
      for (const [whose, token, expected] of [
        ['the new token', after, 200],
        ['the token of before', before, 401],
      ] as const) {
        const me = await askAs(http, token, 'GET /api/users/me')
        const where = whereAsked(me, 'GET /api/users/me')
        equal(`the status for ${whose}`, { expected, got: me.status }, where)
      }
    },
  },
  {
    name: 'Who deletes their account leaves no note behind',
    freshDatabase: true,
    async run(tools) {
      const token = await writeBensNote(tools)
      const json = { password: DEMO_PASSWORD }
      await expectStatus(tools, token, { question: 'POST /api/users/me/delete', json, status: 204 })
      await expectNoOrphans(tools)
    },
  },
  {
    name: 'Nor does who is deleted by an administrator, and Ada’s notes stay',
    freshDatabase: true,
    async run(tools) {
      const { http, sql, equal } = tools
      const ben = await askAs(http, await writeBensNote(tools), 'GET /api/users/me')
      const { id }: { readonly id: string } = JSON.parse(ben.body)
      const ada = await readToken(http, 'ada')
      await expectStatus(tools, ada, { question: `DELETE /api/users/${id}`, status: 204 })
      await expectNoOrphans(tools)
      const [row] = await sql.rows('select count(*) from notes')
      equal('Ada’s notes', { expected: 12, got: row?.[0] }, { type: 'dock', tab: 'data' })
    },
  },
])
