import { defineChecks, type CheckTools } from '../../../playground/lessons/define-checks.ts'
import { askAs, readPerson, whereAsked } from '../ask.ts'

async function signInAsBen({ page, jar }: CheckTools): Promise<void> {
  await jar.clear()
  await page.open('/sign-in?next=%2Fkept')
  await page.fill('E-mail', 'ben@example.com')
  await page.fill('Password', 'demo password 2026')
  await page.click('button', 'Sign in')
  await page.seeAddress('/kept')
  await page.see('Ben Ito is a member.')
}

export const checks = defineChecks([
  {
    name: 'The form that Ben kept makes nobody an administrator',
    freshDatabase: true,
    async run(tools) {
      await signInAsBen(tools)
      const exchanges = await tools.trace.during(() =>
        tools.page.click('button', 'Make administrator: Ben Ito'),
      )
      const [exchange] = exchanges
      const { isAdmin } = await readPerson(tools.http, 'ben')
      tools.equal(
        'Ben is an administrator',
        { expected: false, got: isAdmin },
        exchange ? { type: 'exchange', id: exchange.id, text: 'POST /kept' } : null,
      )
    },
  },
  {
    name: 'FastAPI itself refuses a member, and a guest',
    freshDatabase: true,
    async run({ http, equal }) {
      const [ada, ben] = [await readPerson(http, 'ada'), await readPerson(http, 'ben')]
      for (const [question, json] of [
        [`PATCH /api/users/${ada.id}`, { is_admin: false }],
        [`DELETE /api/users/${ada.id}`, undefined],
      ] as const) {
        const where = `${question.split(' ')[0]} of Ada’s account`
        const guests = await askAs(http, null, question, json)
        equal(
          `the status of a guest’s ${where}`,
          { expected: 401, got: guests.status },
          whereAsked(guests, question),
        )
        const bens = await askAs(http, ben.token, question, json)
        equal(
          `the status of Ben’s ${where}`,
          { expected: 403, got: bens.status },
          whereAsked(bens, question),
        )
      }
    },
  },
  {
    name: 'Ada, who is an administrator, can make Ben one, and a member again',
    async run({ http, equal }) {
      const [ada, ben] = [await readPerson(http, 'ada'), await readPerson(http, 'ben')]
      const question = `PATCH /api/users/${ben.id}`
      for (const is_admin of [true, false]) {
        const answer = await askAs(http, ada.token, question, { is_admin })
        const where = whereAsked(answer, question)
        equal('the status of Ada’s PATCH', { expected: 200, got: answer.status }, where)
        const { isAdmin } = await readPerson(http, 'ben')
        equal('Ben is an administrator', { expected: is_admin, got: isAdmin }, where)
      }
    },
  },
  {
    name: 'Who has no session is sent to sign in',
    async run({ page, jar }) {
      await jar.clear()
      await page.open('/admin/people')
      await page.seeAddress('/sign-in')
    },
  },
])
