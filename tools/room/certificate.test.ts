import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAuthority, makeCertificate, openssl, sign } from './certificate.mjs'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'both-ends-certificate-'))))
afterAll(() => rmSync(folder, { recursive: true }))

test('the certificate is for the room’s address and names, and the authority’s', () => {
  const { certificate, authority } = makeCertificate(folder, ['192.168.1.5', 'laptop.local'])
  const leaf = new X509Certificate(certificate)
  const root = new X509Certificate(authority)
  expect(leaf.checkIP('192.168.1.5')).toBe('192.168.1.5')
  expect(leaf.checkHost('laptop.local')).toBe('laptop.local')
  expect(leaf.checkIssued(root) && leaf.verify(root.publicKey)).toBe(true)
  expect(root.ca).toBe(true)
})

test('who trusts the authority today need not do it again for tomorrow’s address', () => {
  const today = makeCertificate(folder, ['192.168.1.5'])
  const tomorrow = makeCertificate(folder, ['10.0.0.7'])
  expect(tomorrow.fingerprint).toBe(today.fingerprint)
  expect(tomorrow.certificate).not.toBe(today.certificate)
})

test('what the authority signs for an address outside of the room is refused', async () => {
  const authority = findAuthority(folder, ['127.0.0.1'])
  const trusted = makeCertificate(folder, ['127.0.0.1']).authority
  // The key in wrong hands: the signature is good, the name is not.
  expect(await verdict(sign(authority, folder, ['127.0.0.1']), trusted, '127.0.0.1')).toBe(
    'trusted',
  )
  expect(await verdict(sign(authority, folder, ['bank.example']), trusted, 'bank.example')).toBe(
    'permitted subtree violation',
  )
})

/** What a client says that trusts the authority, to a server that shows the certificate for `host`. */
async function verdict(
  { key, certificate }: ReturnType<typeof sign>,
  trusted: string,
  host: string,
): Promise<string> {
  const server = createServer({ key, cert: certificate + trusted })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const servername = /^[\d.]+$/.test(host) ? {} : { servername: host }
  return new Promise((resolve) => {
    const say = (words: string) => {
      socket.destroy()
      server.close()
      resolve(words)
    }
    const socket = connect({ host: '127.0.0.1', port, ca: trusted, ...servername }, () =>
      say('trusted'),
    )
    socket.once('error', ({ message }) => say(message))
  })
}

test('without openssl it says what to do', () => {
  expect(() => openssl(['version'], ['/nowhere/openssl'])).toThrow(
    /^openssl is needed for the certificate/,
  )
})
