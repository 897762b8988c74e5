// What the checks of all steps ask: whether what the raffle's page sends to a browser names the winner.
import type { CheckTools } from '../../playground/lessons/define-checks.ts'

const WINNER = 'Hana Sato'

export async function expectNoWinner({ http, bundle, fail }: CheckTools): Promise<void> {
  const where = { type: 'page' as const, path: '/raffle/cheat' }
  const { body, exchange } = await http.next('/raffle')
  if (body.includes(WINNER))
    fail({
      expected: 'HTML without the winner’s name',
      got: 'it in the HTML of /raffle',
      where: exchange && { type: 'exchange', id: exchange.id, text: 'GET /raffle' },
    })
  const script = (await bundle.scripts('/raffle')).find(({ text }) => text.includes(WINNER))
  if (script)
    fail({
      expected: 'scripts without the winner’s name',
      got: `it in ${script.path}`,
      where,
    })
}
