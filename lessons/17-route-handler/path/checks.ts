import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { askNext, NOBODYS, readAdasToken, readNoteId, whereAsked } from '../ask.ts'

/** Ids that are more than an id, once they stand in an address. */
const TRICKS = ['../users/me', '....//users/me', '?size=100']

export const checks = defineChecks([
  {
    name: 'What is no id gets no answer from another place',
    async run({ http, equal, fail }) {
      const token = await readAdasToken(http)
      for (const trick of TRICKS) {
        const answer = await askNext(http, trick, token)
        const where = whereAsked(answer, trick)
        if (answer.body.includes('ada@example.com'))
          fail({ expected: `nothing of Ada’s account for ${trick}`, got: 'her address', where })
        equal(
          `${trick} is refused`,
          { expected: true, got: answer.status >= 400 && answer.status < 500 },
          where,
        )
      }
    },
  },
  {
    name: 'Ada’s note still has its text',
    async run({ http, equal }) {
      const token = await readAdasToken(http)
      const id = await readNoteId(http, token, 'Bicycle')
      const answer = await askNext(http, id, token)
      equal('the status', { expected: 200, got: answer.status }, whereAsked(answer, id))
    },
  },
  {
    name: 'A note that is not there is a 404, and without a session it is a 401',
    async run({ http, equal }) {
      const token = await readAdasToken(http)
      for (const [expected, cookie] of [
        [404, token],
        [401, null],
      ] as const) {
        const answer = await askNext(http, NOBODYS, cookie)
        equal(`the status`, { expected, got: answer.status }, whereAsked(answer, NOBODYS))
      }
    },
  },
])
