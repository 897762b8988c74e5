// Playwright: everything that needs the built site in a browser. Firefox runs only what is marked @smoke.
// 1.64.1 exactly: it is the last release that opens Debian's Firefox ESR.
import { defineConfig } from '@playwright/test'
import { chromiumArguments, findBrowser } from './tools/browsers/find-browsers.mjs'
import { portsFrom } from './tools/serve/serve.mjs'

const { sitePort } = portsFrom()
const executablePath = findBrowser('chromium') ?? 'chromium'

const chromium = {
  browserName: 'chromium',
  launchOptions: { executablePath, args: chromiumArguments() },
} as const

const firefox = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: { executablePath: findBrowser('firefox') ?? 'firefox' },
} as const

/** Two cores, and a test starts two engines: side by side, those with waits of seconds would only measure each other. */
const oneByOne = 1

const reportFile = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  testIgnore: ['**/node_modules/**', 'build/**', 'examples/**'],
  outputDir: 'build/test/playwright',
  globalSetup: './tests/e2e/support/global-setup.ts',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: reportFile ? [['list'], ['json', { outputFile: reportFile }]] : [['list']],
  use: {
    baseURL: `http://localhost:${sitePort}`,
    // A fifth of a suite's time (30 Nov 2026). What a failed test showed is printed; `--trace on` records one run.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      testMatch: ['tests/e2e/**/*.e2e.ts', 'playground/**/*.e2e.ts', 'site/**/*.e2e.ts'],
      use: chromium,
      workers: oneByOne,
    },
    {
      name: 'faults',
      testMatch: 'tests/faults/**/*.e2e.ts',
      use: chromium,
      timeout: 120_000,
      workers: oneByOne,
    },
    // Two lessons at once: a check that does not pass waits until the page is at rest, and that leaves a core free.
    {
      name: 'lessons',
      testMatch: 'tests/lessons/**/*.e2e.ts',
      use: chromium,
      timeout: 300_000,
    },
    {
      name: 'parity',
      testMatch: 'tests/parity/*.e2e.ts',
      use: chromium,
      timeout: 300_000,
      workers: oneByOne,
    },
    {
      name: 'solutions',
      testMatch: 'tests/parity/lessons/*.e2e.ts',
      use: chromium,
      timeout: 300_000,
      workers: oneByOne,
    },
    {
      name: 'firefox',
      testMatch: ['tests/e2e/**/*.e2e.ts', 'tests/smoke/**/*.e2e.ts'],
      grep: /@smoke/,
      use: firefox,
      timeout: 120_000,
      workers: oneByOne,
    },
  ],
})
