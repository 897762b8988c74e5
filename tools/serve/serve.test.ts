import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compressFolder } from './compressed.mjs'
import { startServers } from './serve.mjs'
import type { Servers } from './serve.mjs'

const long = 'both ends '.repeat(1000)
let folder: string
let servers: Servers
const sent: [pathname: string, bytes: number, file: string, isForLater: boolean][] = []

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Plain node:http, because fetch decodes bodies and tidies paths. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(servers.siteOrigin)
    request({ host: '127.0.0.1', port, path, headers, method }, (message: IncomingMessage) => {
      const chunks: Buffer[] = []
      message.on('data', (chunk: Buffer) => chunks.push(chunk))
      message.on('end', () =>
        resolve({
          status: message.statusCode ?? 0,
          headers: message.headers,
          body: Buffer.concat(chunks),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'both-ends-serve-'))
  const site = join(folder, 'site')
  const preview = join(folder, 'preview')
  for (const path of [join(site, 'play'), join(site, '_next/static/chunks'), preview])
    mkdirSync(path, { recursive: true })
  writeFileSync(join(site, 'index.html'), '<h1>Home</h1>')
  writeFileSync(join(site, 'play/index.html'), '<h1>Play</h1>')
  writeFileSync(join(site, '404.html'), '<h1>Nothing here</h1>')
  writeFileSync(join(site, 'long.mjs'), long)
  writeFileSync(join(site, 'pyexpat.so'), '\0asm')
  writeFileSync(join(site, '_next/static/chunks/a1b2c3.js'), 'x')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(preview, '404.html'), 'Open this from the playground')
  await compressFolder(site)
  servers = await startServers({
    sitePort: 0,
    previewPort: 0,
    siteRoot: site,
    previewRoot: preview,
    onSent: (...piece) => sent.push(piece),
  })
})

afterAll(async () => {
  await servers.stop()
  rmSync(folder, { recursive: true })
})

describe('addresses', () => {
  test('a folder answers with its index page', async () => {
    expect((await ask('/play/')).body.toString()).toContain('Play')
  })

  test('a folder without its slash is redirected, query kept', async () => {
    const { status, headers } = await ask('/play?example=hello')
    expect([status, headers.location]).toEqual([308, '/play/?example=hello'])
  })

  test('an unknown path gets the 404 page with status 404', async () => {
    const { status, body } = await ask('/nothing')
    expect([status, body.toString()]).toEqual([404, '<h1>Nothing here</h1>'])
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%00',
    '/%',
    '//nothing',
    '//[',
  ])('nothing outside the folder is served: %s', async (path) => {
    const { status, body } = await ask(path)
    expect(status).toBe(404)
    expect(body.toString()).not.toContain('secret')
  })

  test('the two origins are two host names, so two sites', async () => {
    expect(new URL(servers.siteOrigin).hostname).toBe('localhost')
    expect(new URL(servers.previewOrigin).hostname).toBe('127.0.0.1')
    const answer = await fetch(`${servers.previewOrigin}/users/1`)
    expect([answer.status, await answer.text()]).toEqual([404, 'Open this from the playground'])
  })

  test('a port that is taken is a sentence', async () => {
    const { port } = new URL(servers.siteOrigin)
    await expect(
      startServers({ sitePort: Number(port), siteRoot: folder, previewRoot: folder }),
    ).rejects.toThrow(`Port ${port} is in use: end the program`)
  })

  test('a POST is refused with the methods that are allowed', async () => {
    const { status, headers } = await ask('/', {}, 'POST')
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('types and caching', () => {
  test.each([
    ['/long.mjs', 'text/javascript; charset=utf-8'],
    ['/pyexpat.so', 'application/wasm'],
    ['/', 'text/html; charset=utf-8'],
  ])('%s is %s', async (path, type) => {
    expect((await ask(path)).headers['content-type']).toBe(type)
  })

  test('a hashed file is immutable, a page is asked for again', async () => {
    expect((await ask('/_next/static/chunks/a1b2c3.js')).headers['cache-control']).toContain(
      'immutable',
    )
    expect((await ask('/')).headers['cache-control']).toBe('no-cache')
  })

  test('an unchanged file answers 304 to its own ETag and 200 to another', async () => {
    const { headers } = await ask('/long.mjs')
    expect((await ask('/long.mjs', { 'if-none-match': String(headers.etag) })).status).toBe(304)
    expect((await ask('/long.mjs', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('HEAD tells the size and sends nothing', async () => {
    const { headers, body } = await ask('/long.mjs', {}, 'HEAD')
    expect([headers['content-length'], body.byteLength]).toEqual([String(long.length), 0])
  })
})

describe('compression', () => {
  test('brotli where the browser takes it', async () => {
    const { headers, body } = await ask('/long.mjs', {
      'accept-encoding': 'gzip, deflate, br, zstd',
    })
    expect(headers['content-encoding']).toBe('br')
    expect(headers.vary).toBe('accept-encoding')
    expect(brotliDecompressSync(body).toString()).toBe(long)
  })

  test('plain bytes where brotli is refused', async () => {
    const { headers, body } = await ask('/long.mjs', { 'accept-encoding': 'gzip, br;q=0' })
    expect(headers['content-encoding']).toBeUndefined()
    expect(body.toString()).toBe(long)
  })

  test('plain bytes for a file that was never compressed', async () => {
    writeFileSync(join(folder, 'site/new.mjs'), `${long}${Math.random()}`)
    const { headers } = await ask('/new.mjs', { 'accept-encoding': 'br' })
    expect(headers['content-encoding']).toBeUndefined()
  })

  test('the meter counts what crosses, compressed', async () => {
    sent.length = 0
    const { body } = await ask('/long.mjs?v=1', { 'accept-encoding': 'br' })
    expect(sent).toEqual([['/long.mjs', body.byteLength, join(folder, 'site/long.mjs'), false]])
  })

  test('a client that asks for nothing gets plain bytes', async () => {
    const { headers, body } = await ask('/long.mjs')
    expect(headers['content-encoding']).toBeUndefined()
    expect(body.toString()).toBe(long)
  })
})
