import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { allowedOrigin, askFrom, OURS } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'The page shows the three who came last, even without scripts',
    freshDatabase: true,
    async run({ withoutScripts }) {
      await withoutScripts.open('/newest')
      await withoutScripts.see('Zofia Zielińska, Technical Writer')
      await withoutScripts.see('Priya Raman, Engineering Manager')
    },
  },
  {
    name: 'No script of the page knows where FastAPI is',
    async run({ bundle, fail }) {
      const address = 'localhost:8000'
      const script = (await bundle.scripts('/newest')).find(({ text }) => text.includes(address))
      if (script)
        fail({
          expected: `scripts without ${address}`,
          got: `it in ${script.path}`,
          where: { type: 'page', path: '/newest' },
        })
    },
  },
  {
    name: 'FastAPI lets no other origin read its answers, not even ours',
    async run({ http, equal }) {
      const answer = await askFrom(http, OURS, '/api/people')
      equal(
        `who may read /api/people, asked from ${OURS}`,
        { expected: null, got: allowedOrigin(answer) },
        answer.exchange && { type: 'exchange', id: answer.exchange.id, text: 'GET /api/people' },
      )
    },
  },
])
