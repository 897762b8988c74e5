import { defineChecks } from '../../../playground/lessons/define-checks.ts'
import { saveTitle, saveTakenAddress, REFUSAL } from '../ask.ts'

export const checks = defineChecks([
  {
    name: 'After saving, the person’s page is shown, with the change',
    freshDatabase: true,
    async run({ page }) {
      await saveTitle(page, 'Head of Everything')
      await page.seeAddress('/people/1?notice=saved')
      await page.see('Your changes are saved.')
      await page.see('Head of Everything')
    },
  },
  {
    name: 'Without scripts too',
    freshDatabase: true,
    async run({ withoutScripts }) {
      await saveTitle(withoutScripts, 'Head of Everything')
      await withoutScripts.seeAddress('/people/1?notice=saved')
      await withoutScripts.see('Head of Everything')
    },
  },
  {
    name: 'An address that is taken is still said at its field',
    async run({ page }) {
      await saveTakenAddress(page)
      await page.seeError('E-mail', REFUSAL)
    },
  },
])
