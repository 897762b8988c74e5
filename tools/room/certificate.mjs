// A certificate authority of this machine, and a certificate for the room's addresses, made by openssl: Node makes keys and
// reads certificates, but signs none, and a package for it would hold keys for us (decisions/0014). The authority is kept
// for a month in build/room and can sign for private addresses, .local and the names given, and for nothing else.
// @ts-check
import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MissingRequirement } from '../start/requirements.mjs'
import { isPrivate } from './lan-address.mjs'

const DAYS = 30
/** With less left, a workshop could outlive it. */
const DAYS_LEFT = 3

/** What a person who trusts the authority can be deceived about: only what is in the room. */
const PRIVATE_NETWORKS = [
  'IP:10.0.0.0/255.0.0.0',
  'IP:172.16.0.0/255.240.0.0',
  'IP:192.168.0.0/255.255.0.0',
  'IP:169.254.0.0/255.255.0.0',
  'IP:127.0.0.0/255.0.0.0',
]

/**
 * @typedef {object} RoomCertificate
 * @property {string} key PEM
 * @property {string} certificate PEM, with the authority's
 * @property {string} authority PEM
 * @property {string} fingerprint SHA-256 of the authority
 * @property {Date} until
 */

/** @typedef {{ file: string, keyFile: string, daysLeft: number }} Authority */

/**
 * @param {string} folder where the authority is kept
 * @param {readonly string[]} hosts addresses and names of the room's two origins
 * @returns {RoomCertificate}
 */
export function makeCertificate(folder, hosts) {
  const authority = findAuthority(folder, hosts)
  const { key, certificate } = sign(authority, folder, hosts)
  const pem = readFileSync(authority.file, 'utf8')
  const { fingerprint256, validTo } = new X509Certificate(pem)
  return {
    key,
    certificate: certificate + pem,
    authority: pem,
    fingerprint: fingerprint256,
    until: new Date(validTo),
  }
}

/** @param {Authority} authority @param {string} folder @param {readonly string[]} hosts */
export function sign({ file, keyFile, daysLeft }, folder, hosts) {
  const [roomKey, config, request, signed] = ['key.pem', 'conf', 'csr', 'pem'].map((ending) =>
    join(folder, `room.${ending}`),
  )
  if (!roomKey || !config || !request || !signed) throw new Error('Four names, four files.')
  const key = newKey(roomKey)
  writeFileSync(config, roomConfig(hosts))
  openssl(['req', '-new', '-key', roomKey, '-config', config, '-out', request])
  openssl([
    ...['x509', '-req', '-in', request, '-CA', file, '-CAkey', keyFile, '-set_serial', serial()],
    ...['-sha256', '-days', String(daysLeft), '-extfile', config, '-extensions', 'room'],
    ...['-out', signed],
  ])
  return { key, certificate: readFileSync(signed, 'utf8') }
}

/**
 * Kept, so that who trusts it today need not do it again tomorrow.
 * @param {string} folder
 * @param {readonly string[]} hosts names among them it may sign for, beside what every one may
 * @returns {Authority}
 */
export function findAuthority(folder, hosts) {
  mkdirSync(folder, { recursive: true })
  const names = hosts.filter((host) => !isAddress(host) && !host.endsWith('.local'))
  const outside = hosts.filter((host) => isAddress(host) && !isPrivate(host))
  const scope = [
    ...PRIVATE_NETWORKS,
    ...outside.map((host) => `IP:${host}/255.255.255.255`),
    ...['local', 'localhost', ...names].map((name) => `DNS:${name}`),
  ]
  const id = createHash('sha256').update(scope.join()).digest('hex').slice(0, 8)
  const file = join(folder, `authority-${id}.pem`)
  const keyFile = join(folder, `authority-${id}.key.pem`)
  const known = existsSync(file) && existsSync(keyFile) ? countDays(file) : 0
  if (known >= DAYS_LEFT) return { file, keyFile, daysLeft: known }
  newKey(keyFile)
  const config = join(folder, 'authority.conf')
  writeFileSync(config, authorityConfig(scope))
  openssl([
    ...['req', '-x509', '-new', '-key', keyFile, '-sha256', '-days', String(DAYS)],
    ...['-config', config, '-extensions', 'authority', '-out', file],
  ])
  return { file, keyFile, daysLeft: countDays(file) }
}

/** @param {string} file */
function countDays(file) {
  const { validTo } = new X509Certificate(readFileSync(file))
  return Math.floor((Date.parse(validTo) - Date.now()) / 86_400_000)
}

/** @param {string} host */
function isAddress(host) {
  return /^[\d.]+$/.test(host)
}

/** @param {readonly string[]} scope */
function authorityConfig(scope) {
  const permitted = scope.map((part) => `permitted;${part}`).join(',')
  return `[req]
distinguished_name = name
prompt = no
[name]
CN = Both Ends, this room only
[authority]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign
nameConstraints = critical, ${permitted}
subjectKeyIdentifier = hash
`
}

/** @param {readonly string[]} hosts */
function roomConfig(hosts) {
  const names = [...new Set(hosts)].map((host) => `${isAddress(host) ? 'IP' : 'DNS'}:${host}`)
  return `[req]
distinguished_name = name
prompt = no
[name]
CN = Both Ends
[room]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = ${names.join(', ')}
authorityKeyIdentifier = keyid
`
}

function serial() {
  return `0x${crypto.randomUUID().replaceAll('-', '')}`
}

/** P-256: every browser takes it, and a handshake costs little. @param {string} file */
function newKey(file) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  writeFileSync(file, pem, { mode: 0o600 })
  return pem
}

/** With Git for Windows it comes along, but not on the path. */
const PROGRAMS = ['openssl', String.raw`C:\Program Files\Git\usr\bin\openssl.exe`]

/** @param {readonly string[]} args @param {readonly string[]} [programs] */
export function openssl(args, programs = programsFrom(process.env)) {
  for (const program of programs) {
    const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
    if (error && 'code' in error && error.code === 'ENOENT') continue
    if (status === 0) return
    throw new MissingRequirement(
      `openssl could not make the certificate: ${(stderr ?? '').trim().split('\n').at(-1) ?? 'it said nothing'}.`,
    )
  }
  throw new MissingRequirement(
    'openssl is needed for the certificate of the room and is not here: install it (Git for Windows brings it along), or set OPENSSL to its path.',
  )
}

/** @param {NodeJS.ProcessEnv} env */
function programsFrom(env) {
  return env.OPENSSL ? [env.OPENSSL] : PROGRAMS
}
