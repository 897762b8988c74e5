import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { readToken, signIn, writeNote } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'Ben, who comes after Ada, sees none of her notes',
    freshDatabase: true,
    async run(tools) {
      await signIn(tools, 'ada', '/notes')
      await tools.page.see('Bread, second try')
      await signIn(tools, 'ben', '/notes')
      await tools.page.see('Nothing here yet')
      await tools.page.notSee('Bread, second try')
    },
  },
  {
    name: 'Ada, who comes after Ben, sees hers',
    freshDatabase: true,
    async run({ http, equal }) {
      const has = async (name: 'ada' | 'ben') => {
        const session = await readToken(http, name)
        const { body, exchange } = await http.next('/notes', { cookies: { session } })
        return { got: body.includes('Bread, second try'), exchange }
      }
      for (const [name, expected] of [
        ['ben', false],
        ['ada', true],
      ] as const) {
        const { got, exchange } = await has(name)
        equal(
          `Ada’s note in the page for ${name}`,
          { expected, got },
          exchange && { type: 'exchange', id: exchange.id, text: 'GET /notes' },
        )
      }
    },
  },
  {
    name: 'A new note is in the list at once',
    freshDatabase: true,
    async run(tools) {
      await signIn(tools, 'ada', '/notes')
      await tools.page.see('Bread, second try')
      await writeNote(tools.page, 'Written for this check')
      await tools.page.see('Written for this check')
    },
  },
])
