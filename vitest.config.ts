// Three projects: `units` runs in Node alone, `browser` runs *.browser.test.ts inside Chromium, and `built` runs
// *.built.test.ts in Node with browsers that it starts itself, on what was built or bundled before.
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
          // 20 s in place of 48 (30 Nov 2026): a process for each of 130 files is most of the time.
          isolate: false,
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
        // Found late, they would be bundled in the middle of a test, which then starts anew.
        optimizeDeps: {
          include: [
            'idb-keyval',
            'lucide-react',
            'radix-ui/alert-dialog',
            'radix-ui/dialog',
            'radix-ui/dropdown-menu',
            'radix-ui/tabs',
            'radix-ui/toast',
            'radix-ui/toggle-group',
            'radix-ui/tooltip',
            'react',
            'react-dom/client',
            'react-resizable-panels',
            'tinykeys',
            'valibot',
            'zustand',
            'zustand/vanilla',
            '@headless-tree/core',
            '@headless-tree/react',
          ],
        },
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
