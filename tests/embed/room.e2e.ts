// npm run serve, as a learner in the room meets it: the page with the certificate, then the course over HTTPS from another
// machine's address, with the room's certificate and no other exception.
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { connect } from 'node:tls'
import { chromium } from '@playwright/test'
import { chromiumArguments, findBrowser } from '../../tools/browsers/find-browsers.mjs'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { findFreePort } from '../../tools/serve/free-port.mjs'
import { expect, test } from './support/test.ts'

type Serve = ChildProcessByStdio<null, Readable, Readable>

interface Ports {
  readonly site: number
  readonly preview: number
  readonly page: number
}

function serve({ site, preview, page }: Ports, more: readonly string[] = [], env = {}): Serve {
  const ports = ['--site-port', site, '--preview-port', preview, '--page-port', page].map(String)
  return spawn(process.execPath, [join(ROOT, 'tools/room/room.mjs'), ...ports, ...more], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function freePorts(): Promise<Ports> {
  const [site, preview, page] = await Promise.all([findFreePort(), findFreePort(), findFreePort()])
  return { site, preview, page }
}

/** Resolves with all that was printed once the line is there. */
function printed(child: Serve, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const add = (piece: Buffer) => {
      text += piece.toString()
      if (text.includes(line)) resolve(text)
    }
    child.stdout.on('data', add)
    child.stderr.on('data', add)
    child.once('exit', (code) => reject(new Error(`It ended with code ${String(code)}: ${text}`)))
  })
}

async function ended(child: Serve): Promise<{ code: number | null; said: string }> {
  let said = ''
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { code, said: said.trim() }
}

function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.2'
}

/** Chromium takes exactly this key for certified, whoever signed it. */
function spkiOf(certificate: X509Certificate): string {
  const key = certificate.publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(key).digest('base64')
}

/** What the server shows, judged by Node with that authority alone. */
function judge(host: string, port: number, authority: string): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, ca: authority, servername: '' }, () => {
      const certificate = socket.getPeerX509Certificate()
      socket.end()
      if (certificate && socket.authorized) resolve(certificate)
      else reject(socket.authorizationError)
    })
    socket.once('error', reject)
  })
}

test('a room gets the course over HTTPS by this machine’s own certificate, and it starts there', async () => {
  const address = lanAddress()
  const ports = await freePorts()
  const child = serve(ports, ['--address', address])
  const profile = mkdtempSync(join(tmpdir(), 'both-ends-room-'))
  try {
    const text = await printed(child, 'Ctrl+C stops it.')
    expect(text).toContain(`https://${address}:${String(ports.site)}/`)
    expect(text).toMatch(/[▀▄█]{4}/)
    const page = `http://${address}:${String(ports.page)}/`
    const html = await (await fetch(page)).text()
    expect(html).toContain(`href="https://${address}:${String(ports.site)}/"`)
    for (const system of ['iPhone', 'Android', 'Windows', 'macOS', 'Linux', 'Firefox'])
      expect(html).toContain(system)
    const answer = await fetch(`${page}both-ends.crt`)
    expect(answer.headers.get('content-type')).toBe('application/x-x509-ca-cert')
    const authority = await answer.text()
    expect(html).toContain(new X509Certificate(authority).fingerprint256)
    const certificate = await judge(address, ports.site, authority)
    // A browser of its own, with no exception but this key: the flag is read at the start.
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findBrowser('chromium') ?? 'chromium',
      args: [
        ...chromiumArguments(),
        `--ignore-certificate-errors-spki-list=${spkiOf(certificate)}`,
      ],
    })
    try {
      const learner = await context.newPage()
      await learner.goto(`https://${address}:${String(ports.site)}/play/?from=hello`)
      await learner.getByRole('button', { name: 'Run', exact: true }).first().click()
      const app = learner.frameLocator('iframe[title^="Preview"]')
      await expect(app.getByRole('heading').first()).toBeVisible({ timeout: 60_000 })
      const preview = `https://${address}:${String(ports.preview)}`
      const host = learner.frames().find((frame) => frame.url().startsWith(`${preview}/__host__/`))
      const scripts = await host?.evaluate(async () =>
        (await navigator.serviceWorker.getRegistrations()).map(({ active }) => active?.scriptURL),
      )
      expect(scripts).toEqual([`${preview}/service-worker.js`])
    } finally {
      await context.close()
    }
  } finally {
    child.kill()
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
})

test('a port in use, a missing openssl and an unknown word are one sentence each, with a code', async () => {
  const ports = await freePorts()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(ports.preview, '0.0.0.0', resolve))
  const taken = await ended(serve(ports, ['--address', '127.0.0.1']))
  other.close()
  expect(taken).toEqual({
    code: 1,
    said: `Port ${String(ports.preview)} is in use: end the program that listens there, or choose others with --site-port, --preview-port and --page-port.`,
  })
  const missing = await ended(
    serve(ports, ['--address', '127.0.0.1'], { OPENSSL: '/nowhere/openssl' }),
  )
  expect(missing.code).toBe(1)
  expect(missing.said).toMatch(
    /^openssl is needed for the certificate of the room and is not here: .*\.$/,
  )
  const unknown = await ended(serve(ports, ['--adress', '127.0.0.1']))
  expect(unknown.code).toBe(1)
  expect(unknown.said).toMatch(/^Unknown option '--adress'/)
})
