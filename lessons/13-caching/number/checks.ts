import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { countNotes, keepNumber, readFrontPage, signIn, writeNote } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'The number is kept: the next two visits of the front page ask FastAPI nothing',
    async run({ http, trace, equal }) {
      await keepNumber(http)
      const exchanges = await trace.during(async () => {
        await readFrontPage(http)
        await readFrontPage(http)
      })
      const [exchange] = exchanges
      equal(
        'what the next two visits ask FastAPI',
        { expected: 0, got: trace.calls(exchanges).length },
        exchange && { type: 'exchange', id: exchange.id, text: 'the first of the two' },
      )
    },
  },
  {
    name: 'Who writes a note finds it counted, at the first look',
    freshDatabase: true,
    async run(tools) {
      const { http, page, equal } = tools
      await keepNumber(http)
      await signIn(tools, 'ada', '/notes')
      await writeNote(page, 'Written for this check')
      const { notes, where } = await readFrontPage(http)
      equal('the notes on the front page', { expected: await countNotes(http), got: notes }, where)
    },
  },
])
