import { defineChecks } from '../../../playground/lessons/define-checks.ts'

const ADDRESS = 'localhost:8000'

export const checks = defineChecks([
  {
    name: 'The page greets the world',
    async run({ page }) {
      await page.open('/')
      await page.see('Hello, world!')
    },
  },
  {
    name: 'Next asks FastAPI, once for a page',
    async run({ http, trace, equal }) {
      const { exchange } = await http.next('/?name=Ada')
      equal(
        'what FastAPI was asked for /?name=Ada',
        {
          expected: ['/api/hello?name=Ada'],
          got: trace
            .calls([exchange])
            .map((call) => call['url.full'].replace(/^\w+:\/\/[^/]+/, '')),
        },
        exchange && { type: 'exchange', id: exchange.id, text: 'GET /?name=Ada' },
      )
    },
  },
  {
    name: 'The browser is not told where FastAPI is',
    async run({ http, bundle, fail }) {
      const { body } = await http.next('/')
      const where = { type: 'page' as const, path: '/' }
      const expected = `a page without ${ADDRESS}`
      if (body.includes(ADDRESS)) fail({ expected, got: 'it in the HTML of /', where })
      const script = (await bundle.scripts('/')).find(({ text }) => text.includes(ADDRESS))
      if (script) fail({ expected, got: `it in the script ${script.path}`, where })
    },
  },
])
