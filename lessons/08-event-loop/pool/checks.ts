import { defineChecks } from '../../../playground/lessons/define-checks.ts'

export const checks = defineChecks([
  {
    name: 'Twelve letters at once are all sent',
    async run({ http, equal }) {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => http.fastapi('/letters', { method: 'POST' })),
      )
      equal(
        'how many of twelve were answered with 200',
        { expected: 12, got: answers.filter(({ status }) => status === 200).length },
        { type: 'dock', tab: 'console' },
      )
    },
  },
  {
    name: 'The page says so too',
    async run({ page }) {
      await page.open('/letters')
      await page.see('12 of 12 were sent.')
    },
  },
])
