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

const reportFile = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  testIgnore: ['**/node_modules/**', 'build/**', 'examples/**'],
  outputDir: 'build/test/playwright',
  globalSetup: './tests/e2e/support/global-setup.ts',
  // Two cores, and every test starts two engines: side by side they would only measure each other.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: reportFile ? [['list'], ['json', { outputFile: reportFile }]] : [['list']],
  use: {
    baseURL: `http://localhost:${sitePort}`,
    // No film in it: drawing each frame for one takes a core from what is being run.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      testMatch: ['tests/e2e/**/*.e2e.ts', 'playground/**/*.e2e.ts', 'site/**/*.e2e.ts'],
      use: chromium,
    },
    { name: 'faults', testMatch: 'tests/faults/**/*.e2e.ts', use: chromium, timeout: 120_000 },
    {
      name: 'lessons',
      testMatch: 'tests/lessons/**/*.e2e.ts',
      use: chromium,
      timeout: 300_000,
    },
    {
      name: 'webcontainer',
      testMatch: 'tests/webcontainer/**/*.e2e.ts',
      use: { ...chromium, trace: { mode: 'retain-on-failure', screenshots: false } },
      timeout: 300_000,
    },
    { name: 'parity', testMatch: 'tests/parity/**/*.e2e.ts', use: chromium, timeout: 300_000 },
    {
      name: 'firefox',
      testMatch: ['tests/e2e/**/*.e2e.ts', 'tests/smoke/**/*.e2e.ts'],
      grep: /@smoke/,
      use: firefox,
      timeout: 120_000,
    },
  ],
})
