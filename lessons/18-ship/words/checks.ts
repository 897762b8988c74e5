import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { askAs, expectStatus, readToken, whereAsked } from '../ask.ts'

const PERSON = { name: 'Uma Rao', email: 'uma@notes.test', password: 'correct horse battery' }

/** Refused, each for another reason; `secret` is what the answer must not repeat. */
const REFUSED = [
  { json: PERSON, secret: PERSON.password },
  { json: { ...PERSON, password: 'too short' }, secret: 'too short' },
  { json: { ...PERSON, email: 'uma@example.com', phone: '555 0199' }, secret: '555 0199' },
] as const

export const checks = defineChecks([
  {
    name: 'The list of people says what it should of each, and nothing more',
    async run(tools) {
      const question = 'GET /api/users'
      const answer = await expectStatus(tools, await readToken(tools.http, 'ada'), {
        question,
        status: 200,
      })
      const { items }: { readonly items: readonly object[] } = JSON.parse(answer.body)
      const expected = ['created_at', 'email', 'id', 'is_admin', 'name']
      const where = whereAsked(answer, question)
      tools.equal('how many people', { expected: 2, got: items.length }, where)
      for (const person of items)
        tools.equal('what is said', { expected, got: Object.keys(person).sort() }, where)
    },
  },
  {
    name: 'A refusal repeats nothing of what was sent',
    async run(tools) {
      const question = 'POST /api/users'
      for (const { json, secret } of REFUSED) {
        const answer = await expectStatus(tools, null, { question, json, status: 422 })
        if (!answer.body.includes(secret)) continue
        const where = whereAsked(answer, question)
        tools.fail({ expected: 'an answer without what was sent', got: answer.body, where })
      }
    },
  },
  {
    name: 'A refusal names the field, so that the form can say it there',
    async run({ http, page, jar, equal }) {
      const answer = await askAs(http, null, 'POST /api/users', PERSON)
      const { fields }: { readonly fields?: Readonly<Record<string, unknown>> } = JSON.parse(
        answer.body,
      )
      const got = typeof fields?.['email']
      equal(
        'what is wrong with email',
        { expected: 'string', got },
        whereAsked(answer, 'POST /api/users'),
      )
      await jar.clear()
      await page.open('/sign-up')
      await page.fill('Name', PERSON.name)
      await page.fill('E-mail', PERSON.email)
      await page.fill('Password', PERSON.password)
      await page.click('button', 'Create account')
      await page.see('Please look at the marked fields.')
    },
  },
])
