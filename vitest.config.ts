// Two projects: `units` runs in Node, `browser` runs *.browser.test.ts in Chromium.
// Tests that need `npm run build` first live in tests/ and are Playwright's, or say so by `*.built.test.ts`.
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArguments, findBrowser } from './tools/browsers/find-browsers.mjs'

const notOurs = [
  '**/node_modules/**',
  '**/build/**',
  '**/.next/**',
  'site/content/**',
  'examples/**',
]
const executablePath = findBrowser('chromium')

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'units',
          include: ['{playground,tools,site,tests}/**/*.test.{ts,tsx}'],
          exclude: [...notOurs, '**/*.browser.test.*', '**/*.built.test.*'],
        },
      },
      {
        test: {
          name: 'built',
          include: ['{playground,tools,site,tests}/**/*.built.test.ts'],
          exclude: notOurs,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{playground,site,tests}/**/*.browser.test.{ts,tsx}'],
          exclude: notOurs,
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: chromiumArguments(),
                ...(executablePath === null ? {} : { executablePath }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
