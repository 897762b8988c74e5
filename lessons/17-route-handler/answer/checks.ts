import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { askNext, NOBODYS, readAdasToken, readNoteId, whereAsked } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'The browser gets the text of Ada’s note',
    async run({ http, equal }) {
      const token = await readAdasToken(http)
      const id = await readNoteId(http, token, 'Bicycle')
      const answer = await askNext(http, id, token)
      const where = whereAsked(answer, id)
      equal('the status', { expected: 200, got: answer.status }, where)
      const { text }: { readonly text: string } = JSON.parse(answer.body)
      const expected = 'New brake pads front and back. Chain at the end of the month.'
      equal('the text', { expected, got: text }, where)
    },
  },
  {
    name: 'A note that is not there is a 404',
    async run({ http, equal }) {
      const answer = await askNext(http, NOBODYS, await readAdasToken(http))
      equal(
        'the status for a note that is not there',
        { expected: 404, got: answer.status },
        whereAsked(answer, NOBODYS),
      )
    },
  },
  {
    name: 'Without a session it is a 401',
    async run({ http, equal }) {
      const answer = await askNext(http, NOBODYS, null)
      equal(
        'the status without a cookie',
        { expected: 401, got: answer.status },
        whereAsked(answer, NOBODYS),
      )
    },
  },
])
