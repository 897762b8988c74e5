// Playwright: everything that needs the built site in a browser.
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
/** They leave a core to each other. */
const WITHOUT_ENGINE = ['playground/**/*.e2e.ts', 'tests/e2e/site.e2e.ts']

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
      testMatch: ['tests/e2e/**/*.e2e.ts', 'site/**/*.e2e.ts'],
      testIgnore: WITHOUT_ENGINE,
      use: chromium,
      workers: oneByOne,
    },
    {
      name: 'pages',
      testMatch: WITHOUT_ENGINE,
      use: chromium,
    },
    // Third-party storage is apart and third-party cookies are refused, as where an embedded frame has it hardest.
    {
      name: 'embed',
      testMatch: 'tests/embed/**/*.e2e.ts',
      use: {
        ...chromium,
        launchOptions: {
          executablePath,
          args: [...chromiumArguments(), '--test-third-party-cookie-phaseout'],
        },
      },
      timeout: 120_000,
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
      name: 'present',
      testMatch: 'tests/present/**/*.e2e.ts',
      use: { ...chromium, actionTimeout: 15_000 },
      timeout: 240_000,
      workers: oneByOne,
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
    // Three browsers, opened by the tests themselves: WebKitGTK is not Playwright's to drive.
    {
      name: 'browsers',
      testMatch: 'tests/browsers/**/*.e2e.ts',
      timeout: 240_000,
      workers: oneByOne,
    },
    {
      name: 'webcontainer',
      testMatch: 'tests/webcontainer/**/*.e2e.ts',
      use: chromium,
      timeout: 300_000,
      workers: oneByOne,
    },
    {
      // It stops and starts the servers itself (tests/e2e/support/global-setup.ts).
      name: 'offline',
      testMatch: 'tests/offline/**/*.e2e.ts',
      use: chromium,
      timeout: 150_000,
      workers: oneByOne,
    },
    {
      name: 'embed-firefox',
      testMatch: 'tests/embed/**/*.e2e.ts',
      grep: /@smoke/,
      use: firefox,
      timeout: 120_000,
      workers: oneByOne,
    },
  ],
})
