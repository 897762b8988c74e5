import { describe, expect, test } from 'vitest'
import type { HeaderPairs } from '../../runtime/wire/headers.ts'
import type { HttpTool, Question } from './check-tools.ts'
import { createPlainPage } from './plain-page.ts'

interface Page {
  readonly status?: number
  readonly headers?: HeaderPairs
  readonly body?: string
}

/** A server of fixed pages, and what it was asked. */
function open(pages: Readonly<Record<string, Page>>) {
  const asked: { path: string; question: Question }[] = []
  const http: HttpTool = {
    async next(path, question = {}) {
      asked.push({ path, question })
      const { status = 200, headers = [], body = '' } = pages[path] ?? { status: 404, body: 'none' }
      return { status, headers, body, exchange: null }
    },
    fastapi: () => Promise.reject(new Error('A page does not ask FastAPI.')),
  }
  return { page: createPlainPage(http), asked }
}

const FORM = `<form method="post"><label>Name <input name="name"></label><input type="hidden" name="$ACTION_ID" value="7"><button name="do" value="add">Add</button></form>`
const name = { role: 'field', name: 'Name' }
const add = { query: { role: 'button', name: 'Add' }, fill: null }

describe('a browser without scripts', () => {
  test.each(['multipart/form-data', 'application/x-www-form-urlencoded'])(
    'sends a form as %s with its hidden fields and the button, to its own address',
    async (enctype) => {
      const body = FORM.replace('method=', `enctype="${enctype}" method=`)
      const { page, asked } = open({ '/people/new': { body } })
      await page.open('/people/new')
      await page.act({ query: name, fill: 'Grace' })
      expect(await page.act(add)).toBe('done')
      const { path, question } = asked[1] ?? {}
      expect(path).toBe('/people/new')
      const type = question?.headers?.find(([key]) => key === 'content-type')?.[1] ?? ''
      expect(type).toContain(enctype)
      const sent = await new Response(Uint8Array.from(question?.body ?? []), {
        headers: { 'content-type': type },
      }).formData()
      expect(Object.fromEntries(sent)).toEqual({ name: 'Grace', $ACTION_ID: '7', do: 'add' })
    },
  )

  test('follows a redirect and takes its cookies along', async () => {
    const { page, asked } = open({
      '/': {
        status: 303,
        headers: [
          ['location', '/people/24'],
          ['set-cookie', 'seen=1; Path=/'],
        ],
      },
      '/people/24': { body: '<title>Grace</title><h1>Grace Hopper</h1>' },
    })
    await page.open('/')
    expect(await page.look()).toEqual({
      address: '/people/24',
      title: 'Grace',
      text: 'Grace Hopper',
    })
    expect(asked[1]?.question.cookies).toEqual({ seen: '1' })
  })

  test('follows a link, and a form of GET goes into the address', async () => {
    const { page } = open({
      '/': { body: '<a href="/search">Search</a>' },
      '/search': {
        body: '<form action="/found"><label>Name <input name="q"></label><button>Go</button></form>',
      },
      '/found?q=ada': { body: 'one' },
    })
    await page.open('/')
    await page.act({ query: { role: 'link', name: 'Search' }, fill: null })
    await page.act({ query: name, fill: 'ada' })
    await page.act({ query: { role: 'button', name: 'Go' }, fill: null })
    expect((await page.look()).address).toBe('/found?q=ada')
  })

  test('runs nothing, so a form that needs onsubmit goes where its markup says', async () => {
    const { page } = open({ '/': { body: `<script>document.title = 'ran'</script>${FORM}` } })
    await page.open('/')
    expect((await page.look()).title).toBe('')
  })
})
