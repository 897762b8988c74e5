import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: here },
      // Next itself answers this import; outside Next it stands for nothing.
      { find: 'server-only', replacement: `${here}tests/nothing.ts` },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    env: { API_URL: 'http://api.test', APP_URL: 'http://localhost:3000' },
  },
})
