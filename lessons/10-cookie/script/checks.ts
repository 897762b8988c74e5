import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { signInAsAda } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'The token is in a cookie that no script can read',
    async run(tools) {
      await signInAsAda(tools, '/reader')
      const cookie = tools.jar.cookie('session')
      tools.equal(
        'the cookie “session” is HttpOnly',
        { expected: true, got: cookie?.httpOnly ?? 'no such cookie' },
        { type: 'dock', tab: 'jar' },
      )
    },
  },
  {
    name: 'Somebody else’s script reads nothing',
    async run(tools) {
      await signInAsAda(tools, '/reader')
      await tools.page.see('It reads nothing.')
    },
  },
  {
    name: 'Ada is signed in all the same',
    async run(tools) {
      await signInAsAda(tools, '/notes')
      await tools.page.see('Bread, second try')
    },
  },
])
