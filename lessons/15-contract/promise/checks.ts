import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { agreeOnFields, signInAsAda } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'Ada’s account has her name and her address',
    async run(tools) {
      await signInAsAda(tools, '/account')
      await tools.page.seeValue('Name', 'Ada Osei')
      await tools.page.seeValue('E-mail', 'ada@example.com')
      await tools.page.see('Here since 1 Sept 2026')
    },
  },
  {
    name: 'TypeScript agrees with the page, and with what it reads',
    async run({ types }) {
      await types.agree('frontend/app/(signed-in)/account/page.tsx')
      await types.agree('frontend/lib/dal.ts')
    },
  },
  {
    name: 'The generated types have the fields that FastAPI sends',
    run: agreeOnFields,
  },
])
