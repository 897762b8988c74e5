import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import {
  countNotes,
  keepNumber,
  readFrontPage,
  signIn,
  writeAnotherNumber,
  writeNote,
} from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'The number is kept: the next two visits of the front page ask FastAPI nothing',
    async run({ http, trace, equal }) {
      await keepNumber(http)
      const visits = [await readFrontPage(http), await readFrontPage(http)]
      const [call] = trace.calls(visits.map(({ exchange }) => exchange))
      equal(
        'what the next two visits ask FastAPI',
        { expected: 'nothing', got: call?.['url.full'] ?? 'nothing' },
        call ? { type: 'exchange', id: call.exchange, text: 'the visit that asks' } : null,
      )
    },
  },
  {
    name: 'Who writes a note finds it counted, at the first look',
    freshDatabase: true,
    async run(tools) {
      const { http, page, equal } = tools
      const kept = await keepNumber(http)
      await signIn(tools, 'ada', '/notes')
      await writeAnotherNumber(http, kept, () => writeNote(page, 'Written for this check'))
      const { notes, where } = await readFrontPage(http)
      equal('the notes on the front page', { expected: await countNotes(http), got: notes }, where)
    },
  },
])
