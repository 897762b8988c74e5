import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { agreeOnFields, signInAsAda } from '../ask.ts'

/** Every file that reads a person's name. */
const READERS = [
  'frontend/components/account-menu.tsx',
  'frontend/components/person-row.tsx',
  'frontend/app/(signed-in)/account/page.tsx',
  'frontend/actions/account.ts',
]

export const checks = defineChecks([
  {
    name: 'The generated types have the fields that FastAPI sends now',
    run: agreeOnFields,
  },
  {
    name: 'TypeScript agrees with every file that reads a name',
    async run({ types }) {
      for (const path of READERS) await types.agree(path)
    },
  },
  {
    name: 'People have names: in the header, in the list, in the account',
    async run(tools) {
      await signInAsAda(tools, '/admin/people')
      await tools.page.see('Ben Ito')
      await tools.page.click('link', 'Ada Osei')
      await tools.page.seeValue('Name', 'Ada Osei')
    },
  },
  {
    name: 'FastAPI sends “name”: others read it already',
    async run({ http, equal }) {
      const { body, exchange } = await http.fastapi('/api/users', {
        method: 'POST',
        json: { name: 'Maya Roy', email: 'maya@example.com', password: 'a long password 26' },
      })
      const person: { readonly name?: string } = JSON.parse(body)
      equal(
        'the name of a new person in FastAPI’s answer',
        { expected: 'Maya Roy', got: person.name ?? null },
        exchange && { type: 'exchange', id: exchange.id, text: 'POST /api/users' },
      )
    },
    freshDatabase: true,
  },
])
