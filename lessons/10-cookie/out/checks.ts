import { defineChecks, type CheckTools } from '../../../playground/lessons/define-checks.ts'
import { signInAsAda } from '../ask.ts'

async function signInAndOut(tools: CheckTools): Promise<void> {
  await signInAsAda(tools, '/notes')
  await tools.page.see('Bread, second try')
  await tools.page.click('button', 'Sign out')
  await tools.page.see('Start writing')
}

export const checks = defineChecks([
  {
    name: 'After signing out, the notes ask for a sign-in',
    async run(tools) {
      await signInAndOut(tools)
      await tools.page.open('/notes')
      await tools.page.seeAddress('/sign-in')
    },
  },
  {
    name: 'The cookie is gone from the jar',
    async run(tools) {
      await signInAndOut(tools)
      tools.equal(
        'the cookie “session” after signing out',
        { expected: null, got: tools.jar.cookie('session')?.value ?? null },
        { type: 'dock', tab: 'jar' },
      )
    },
  },
  {
    name: 'Who signs in again is in again',
    async run(tools) {
      await signInAndOut(tools)
      await signInAsAda(tools, '/notes')
      await tools.page.see('Bread, second try')
    },
  },
])
