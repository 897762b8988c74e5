// FastAPI goes away and comes back.
import { createServer, request as nodeRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { startFrontend } from '../scripts/servers.mjs'
import { field, signUp, test } from './support'

const apiUrl = process.env.TEST_API_URL ?? ''

/** Stands before FastAPI and can be shut: then it answers nobody. */
async function openGate(): Promise<{ url: string; isShut: boolean; server: Server }> {
  const gate = { url: '', isShut: false, server: createServer() }
  gate.server.on('request', (from, to) => {
    if (gate.isShut) return from.destroy()
    const { method, headers } = from
    const onward = nodeRequest(apiUrl + from.url, { method, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(to)
    })
    onward.on('error', () => to.destroy())
    from.pipe(onward)
  })
  await new Promise<void>((resolve) => gate.server.listen(0, '127.0.0.1', resolve))
  const { port } = gate.server.address() as AddressInfo // listening on a port, not on a pipe
  gate.url = `http://127.0.0.1:${port}`
  return gate
}

test.use({ expectedErrors: ['Error', 'error', '500'] })

test('the page says so and recovers; a form keeps what was typed', async ({ page, baseURL }) => {
  const gate = await openGate()
  const web = await startFrontend({ port: 0, apiUrl: gate.url, isBuilt: true })
  try {
    expect(web.webUrl).not.toBe(baseURL)
    const at = (path: string) => web.webUrl + path
    await signUp(page, 'Uma', web.webUrl)

    await page.goto(at('/notes/new'))
    await field(page, 'Title').fill('Kept')
    gate.isShut = true
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expect(page.getByText('Our server cannot be reached right now.')).toBeVisible()
    await expect(field(page, 'Title')).toHaveValue('Kept')

    await page.goto(at('/notes'))
    await expect(page.getByRole('heading', { name: 'That did not work' })).toBeVisible()
    gate.isShut = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('Nothing here yet.')).toBeVisible()
  } finally {
    web.stop()
    gate.server.close()
  }
})
