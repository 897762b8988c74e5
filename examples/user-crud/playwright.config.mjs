// @ts-check
import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

// A browser of the system, or else the one that `npx playwright install chromium` fetched.
const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = process.env.CHROMIUM_PATH ?? system.find((path) => existsSync(path))
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests',
  globalSetup: './tests/start-servers.mjs',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  expect: { timeout: 15_000 },
  use: {
    // Set by start-servers.mjs, which picks free ports.
    baseURL: process.env.TEST_WEB_URL,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
})
