import { defineChecks } from '../../../playground/lessons/define-checks.ts'

export const checks = defineChecks([
  {
    name: 'FastAPI answers /api/hello',
    async run({ http, equal }) {
      const { status, exchange } = await http.fastapi('/api/hello?name=Ada')
      equal(
        'the status of /api/hello?name=Ada',
        { expected: 200, got: status },
        exchange && { type: 'exchange', id: exchange.id, text: 'GET /api/hello' },
      )
    },
  },
  {
    name: 'The page greets the world',
    async run({ page }) {
      await page.open('/')
      await page.see('Hello, world!')
    },
  },
  {
    name: 'A name goes to Python and comes back',
    async run({ page }) {
      await page.open('/?name=Zo%C3%AB')
      await page.see('Hello, Zoë!')
      await page.see('8 letters, counted in Python')
    },
  },
  {
    name: 'A name that is too long is still refused',
    async run({ http, equal }) {
      const { status, exchange } = await http.fastapi(`/api/hello?name=${'x'.repeat(41)}`)
      equal(
        'the status for a name of 41 letters',
        { expected: 422, got: status },
        exchange && { type: 'exchange', id: exchange.id, text: 'GET /api/hello' },
      )
    },
  },
])
