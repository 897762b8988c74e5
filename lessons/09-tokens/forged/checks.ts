import { defineChecks, type CheckTools } from '../../../playground/lessons/define-checks.ts'
import { readForgeries, signIn, whoIs } from '../ask.ts'

/** Shows FastAPI the forged tokens with these tricks: each must be refused, and by 401. */
async function expectRefused(
  { http, equal, fail }: CheckTools,
  tricks: readonly string[],
): Promise<void> {
  const forgeries = await readForgeries(http)
  for (const trick of tricks) {
    const forgery = forgeries.find((each) => each.trick === trick)
    if (!forgery)
      return fail({
        expected: `a forged token called “${trick}”`,
        got: 'none',
        where: { type: 'page', path: '/forgeries' },
      })
    const { status, exchange } = await whoIs(http, forgery.token)
    equal(
      `the status for the token “${trick}”`,
      { expected: 401, got: status },
      exchange && { type: 'exchange', id: exchange.id, text: 'GET /api/users/me' },
    )
  }
}

export const checks = defineChecks([
  {
    name: 'A token that FastAPI gave is accepted',
    async run({ http, equal }) {
      const { status, exchange } = await whoIs(http, await signIn(http))
      equal(
        'the status with a right token',
        { expected: 200, got: status },
        exchange && { type: 'exchange', id: exchange.id, text: 'GET /api/users/me' },
      )
    },
  },
  {
    name: 'The same token is refused 31 minutes later',
    async run({ http, clock, equal }) {
      const token = await signIn(http)
      await clock.ahead(31)
      const { status, exchange } = await whoIs(http, token)
      equal(
        'the status 31 minutes after signing in',
        { expected: 401, got: status },
        exchange && { type: 'exchange', id: exchange.id, text: 'GET /api/users/me' },
      )
    },
  },
  {
    name: 'A token that ended, or never ends, is refused',
    run: (tools) => expectRefused(tools, ['It ended an hour ago', 'It never ends']),
  },
  {
    name: 'A token that is meant for others is refused',
    run: (tools) =>
      expectRefused(tools, ['It was made for the newsletter', 'Somebody else issued it']),
  },
  {
    name: 'A token without our signature is refused, as before',
    run: (tools) =>
      expectRefused(tools, ['It is signed with another key', 'It says that it needs no signature']),
  },
  {
    name: 'The page says that none was believed',
    async run({ page }) {
      await page.open('/forgeries')
      await page.see('None was believed.')
    },
  },
])
