// The backend through its two ports, with real Pyodide, in Node: what the site and the broker see of it.
import type { AssetSource } from './assets.ts'
import type { WriteReport } from '../wire/message.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  connectBackend,
  type ConnectedBackend,
  type TextAnswer,
} from './testing/connected-backend.ts'
import { createDiskAssets, missingBuild } from '../../../tools/wheel-lock/disk-assets.ts'
import { EXAMPLE } from './testing/example-app.ts'

const TURN_LIMIT = 1500
const OPTIONS = { deadline: 60_000, stage: 'test' }
const missing = missingBuild()

let wholeArchiveReads = 0

function openCountedAssets(): AssetSource {
  const assets = createDiskAssets()
  return {
    ...assets,
    bytesNow(name) {
      wholeArchiveReads += 1
      return assets.bytesNow(name)
    },
  }
}

describe.skipIf(missing !== null)(`the backend (${missing ?? 'built'})`, () => {
  let backend: ConnectedBackend

  let early: Promise<TextAnswer>
  let report: WriteReport

  beforeAll(async () => {
    backend = connectBackend(openCountedAssets, TURN_LIMIT)
    const environment = { DATABASE_URL: 'sqlite:////workspace/test.db' }
    early = backend.text('/early')
    const boot = { assets: '', files: { 'main.py': EXAMPLE }, environment }
    report = await backend.site.call('boot', boot, OPTIONS)
  })
  afterAll(() => backend.close())

  it('starts from the small archive alone', () => {
    expect(wholeArchiveReads).toBe(0)
  })

  it('answers a request that came before Python did', async () => {
    expect(report.errors).toEqual([])
    expect((await early).text).toBe('"waited"')
  })

  it('keeps two Set-Cookie lines apart', async () => {
    const { headers } = await backend.text('/cookies')
    const lines = headers.filter(([name]) => name === 'set-cookie').map(([, line]) => line)
    expect(lines).toEqual(['a=1; Path=/; SameSite=lax', 'b=2; HttpOnly; Path=/; SameSite=lax'])
  })

  it('answers 204 and HEAD without a body', async () => {
    expect(await backend.ask('/nothing')).toMatchObject({ status: 204, body: null })
    expect(await backend.ask('/head', { method: 'HEAD' })).toMatchObject({
      status: 200,
      body: null,
    })
  })

  it('streams a body of 1 MB to the app', async () => {
    const body = new Uint8Array(1 << 20).fill(120)
    const { text } = await backend.text('/size', { method: 'POST', body })
    expect(JSON.parse(text)).toMatchObject({ size: 1 << 20 })
  })

  it('takes a body that the asker streams', async () => {
    const body = new Blob(['one', 'two']).stream()
    const { text } = await backend.text('/size', { method: 'POST', body })
    expect(JSON.parse(text)).toMatchObject({ size: 6 })
  })

  it('sends events as they are made, and hears of it when the reader goes away', async () => {
    const leaving = new AbortController()
    const { body } = await backend.ask('/events', { signal: leaving.signal })
    const reader = body!.getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 0\n\n')
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 1\n\n')
    leaving.abort()
    await expect.poll(async () => (await backend.text('/closed')).text).toBe('1')
  })

  it('does not run ahead of a reader that stops', async () => {
    const { body } = await backend.ask('/many')
    await new Promise((resolve) => setTimeout(resolve, 100))
    const made = Number((await backend.text('/made')).text)
    expect(made).toBeLessThan(40)
    await body!.cancel()
  })

  it('makes is_disconnected() true after an abort', async () => {
    const leaving = new AbortController()
    const answer = backend.ask('/wait', { signal: leaving.signal })
    await new Promise((resolve) => setTimeout(resolve, 50))
    leaving.abort()
    await expect(answer).rejects.toThrow()
    await expect.poll(async () => (await backend.text('/left')).text).toBe('1')
  })

  it.each(['/loop', '/sleeping-loop', '/generator-loop'])(
    'stops %s, says where, and lives on',
    async (path) => {
      const before = backend.errors().length
      expect((await backend.text(path)).status).toBe(500)
      await expect.poll(() => backend.errors().length).toBeGreaterThan(before)
      const error = backend.errors().at(-1)
      expect(error?.message).toMatch(/RunawayLoop: stopped: this ran for more than 1.5 s/)
      expect(error?.place?.file).toBe('backend/main.py')
      expect(error?.codeFrame).toContain('> ')
      expect((await backend.text('/head')).status).toBe(200)
    },
  )

  it('answers a runaway recursion with 500', async () => {
    expect((await backend.text('/recursion')).status).toBe(500)
  })

  it('hashes and verifies passwords with unchanged pwdlib code', async () => {
    const [hash, right, wrong] = JSON.parse((await backend.text('/hash')).text)
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=/)
    expect([right, wrong]).toEqual([true, false])
  })

  it('imports what is only in the whole archive', async () => {
    expect((await backend.text('/late')).text).toBe('2')
  })

  it('sends a hop for each statement, with the request that caused it', async () => {
    const trace = 'a'.repeat(32)
    backend.sqlHops.length = 0
    await backend.text('/people', {
      headers: [['traceparent', `00-${trace}-${'b'.repeat(16)}-01`]],
    })
    expect(backend.sqlHops).toMatchObject([
      {
        type: 'sql-hop',
        parent: { exchange: trace, hop: 'b'.repeat(16) },
        hop: { 'db.system.name': 'sqlite', 'db.response.returned_rows': 0, 'error.message': null },
      },
    ])
  })

  it('reads and writes the database, and says why it cannot', async () => {
    const insert = 'insert into person (name, photo) values (?, ?)'
    const photo = new Uint8Array([1, 2, 3])
    await backend.site.call('query', { sql: insert, parameters: ['Ada', photo] }, OPTIONS)
    const sql = 'select name, photo, null from person'
    const { rows } = await backend.site.call('query', { sql, parameters: [] }, OPTIONS)
    expect(rows).toEqual([['Ada', photo, null]])
    const [table] = await backend.site.call('tables', null, OPTIONS)
    expect(table).toMatchObject({ name: 'person', rowCount: 1 })
    const wrong = backend.site.call('query', { sql: 'select from', parameters: [] }, OPTIONS)
    await expect(wrong).rejects.toMatchObject({ failure: { code: 'bad-input' } })
  })

  it('prints to the console with the line that printed', async () => {
    await backend.text('/print')
    expect(backend.consoleLines.at(-1)).toMatchObject({
      source: 'python',
      level: 'log',
      text: 'hello',
      place: { file: 'backend/main.py' },
    })
  })

  it('serves an edit, survives a broken one, and takes 50 quick ones', async () => {
    const app = (word: string) =>
      `from fastapi import FastAPI\napp = FastAPI()\napp.get("/")(lambda: "${word}")\n`
    expect(await backend.write({ 'main.py': app('one') })).toEqual([])
    expect((await backend.text('/')).text).toBe('"one"')
    expect(await backend.write({ 'main.py': 'def broken(:\n' })).toEqual([
      'SyntaxError: invalid syntax',
    ])
    expect((await backend.text('/')).status).toBe(503)
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => backend.write({ 'main.py': app(`n${n}`) })),
    )
    expect((await backend.text('/')).text).toBe('"n49"')
  })
})
