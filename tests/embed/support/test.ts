// `test` of this folder: that of tests/e2e, and a site of somebody else's.
import { portsFrom } from '../../../tools/serve/serve.mjs'
import { test as base } from '../../e2e/support/test.ts'
import { serveLectures, type Lectures } from './lectures.ts'

export { expect } from '../../e2e/support/test.ts'

interface Served {
  readonly served: Lectures
}

export const test = base.extend<{ readonly lectures: Lectures }, Served>({
  served: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, give) => {
      const lectures = await serveLectures(siteOrigin())
      await give(lectures)
      lectures.close()
    },
    { scope: 'worker' },
  ],
  lectures: async ({ served, hosts }, give) => {
    hosts.add(served.host)
    hosts.add(`localhost:${String(served.port)}`)
    await give(served)
  },
})

export function siteOrigin(): string {
  return `http://localhost:${String(portsFrom().sitePort)}`
}

export function previewOrigin(): string {
  return `http://127.0.0.1:${String(portsFrom().previewPort)}`
}
