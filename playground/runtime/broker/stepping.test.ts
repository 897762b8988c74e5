import { describe, expect, test } from 'vitest'
import { createWireRequest, type WireRequest } from '../wire/request-port.ts'
import { createFakeNetwork, html, navigate, pageFetch, respond } from './fixtures/network.ts'

const NEXT = 'http://localhost:3000'
const FASTAPI = 'http://localhost:8000'

/** A page whose server asks FastAPI. */
function createSteppedNetwork(settings: Parameters<typeof createFakeNetwork>[0] = {}) {
  const network = createFakeNetwork({
    next: async ({ headers }: WireRequest) => {
      await network.broker.answerServer(
        createWireRequest({ method: 'GET', url: `${FASTAPI}/people`, headers }),
        'next',
      )
      return html('<p>people</p>')
    },
    fastapi: async () => respond(200, '[]'),
    ...settings,
  })
  network.broker.setStepping(true)
  return network
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('step-through', () => {
  test('a page’s request waits, then the one that it causes, then both are done', async () => {
    const { broker, seen, steppings, httpHops } = createSteppedNetwork()
    const page = broker.answerPage(navigate(`${NEXT}/people`))
    await settled()
    expect(seen).toEqual([])
    expect(steppings.at(-1)).toEqual({ isOn: true, held: [httpHops()[0]?.id] })
    broker.step('hop')
    await settled()
    expect(seen.map(({ url }) => url)).toEqual([`${NEXT}/people`])
    expect(httpHops().map(({ to }) => to)).toEqual(['next', 'fastapi'])
    broker.step('hop')
    expect((await page).status).toBe(200)
    expect(steppings.at(-1)).toEqual({ isOn: true, held: [] })
  })

  test('skip lets the whole exchange run, and the next one waits again', async () => {
    const { broker, steppings } = createSteppedNetwork()
    const page = broker.answerPage(navigate(`${NEXT}/people`))
    await settled()
    broker.step('exchange')
    expect((await page).status).toBe(200)
    void broker.answerPage(navigate(`${NEXT}/people`))
    await settled()
    expect(steppings.at(-1)?.held).toHaveLength(1)
  })

  test('off lets everything go', async () => {
    const { broker, steppings } = createSteppedNetwork()
    const pages = [navigate(`${NEXT}/a`), navigate(`${NEXT}/b`)].map((page) =>
      broker.answerPage(page),
    )
    await settled()
    expect(steppings.at(-1)?.held).toHaveLength(2)
    broker.setStepping(false)
    await expect(Promise.all(pages)).resolves.toHaveLength(2)
    expect(steppings.at(-1)).toEqual({ isOn: false, held: [] })
  })

  test('who leaves waits no more', async () => {
    const { broker, steppings } = createSteppedNetwork()
    const gone = new AbortController()
    const page = broker.answerPage(pageFetch(`${NEXT}/people`, { signal: gone.signal }))
    page.catch(() => undefined)
    await settled()
    gone.abort()
    await settled()
    expect(steppings.at(-1)?.held).toEqual([])
  })

  test('a deadline stands still for those who wait through what is held', async () => {
    const { broker } = createSteppedNetwork({ deadline: 20 })
    const page = broker.answerPage(navigate(`${NEXT}/people`))
    await settled()
    broker.step('hop')
    await new Promise((resolve) => setTimeout(resolve, 80))
    broker.step('hop')
    expect((await page).status).toBe(200)
  })

  test('a program’s request and a file pass', async () => {
    const { broker } = createSteppedNetwork()
    const asked = createWireRequest({ method: 'GET', url: `${NEXT}/people` })
    expect((await broker.answerAutomation(asked)).status).toBe(200)
    const file = pageFetch(`${NEXT}/_next/static/a.js`)
    expect((await broker.answerPage(file)).status).toBe(200)
  })
})
