// The files for other hosts say of every address what our own server sends: one source, tools/serve/headers.mjs.
import { request } from 'node:http'
import { join } from 'node:path'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { addressesOf } from '../../tools/host-files/rules.mjs'
import { portsFrom } from '../../tools/serve/serve.mjs'
import {
  readHeadersFile,
  readNginxFile,
  readVercelFile,
  type OriginName,
} from './support/read-host-files.ts'
import { expect, test } from './support/test.ts'

/** What each host makes by itself, and what only our server says. */
const THEIR_OWN = new Set([
  'connection',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'server',
  'vary',
])

/** Endings of which every host knows the type. */
const KNOWN = /\.(html|js|css|json|map|svg|png|txt|wasm|woff2|ttf|zip)$|\/$/

/** What an ending without a type is, everywhere. */
const BYTES = 'application/octet-stream'

const ORIGINS: readonly OriginName[] = ['site', 'preview']

/** What our server sends, by HTTP. */
function sent(origin: OriginName, path: string): Promise<Record<string, string>> {
  const { sitePort, previewPort } = portsFrom()
  const port = origin === 'site' ? sitePort : previewPort
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method: 'HEAD', agent: false }, (answer) => {
      expect(answer.statusCode, path).toBe(200)
      const headers = Object.entries(answer.headers).filter(([name]) => !THEIR_OWN.has(name))
      resolve(Object.fromEntries(headers.map(([name, value]) => [name, String(value)])))
    })
      .on('error', reject)
      .end()
  })
}

for (const origin of ORIGINS)
  test(`${origin}: Netlify, Cloudflare, Vercel and nginx send of every address what our own server sends`, async () => {
    const { headers, rules } = readHeadersFile(origin)
    const hosts = {
      _headers: headers,
      vercel: readVercelFile(origin),
      nginx: readNginxFile(origin),
    }
    const addresses = addressesOf(join(ROOT, 'build', origin))
    expect(addresses.length).toBeGreaterThan(50)
    // More than Cloudflare reads are not read.
    expect(rules).toBeLessThanOrEqual(100)
    for (const path of addresses) {
      const { 'content-type': type, ...others } = await sent(origin, path)
      for (const [host, tell] of Object.entries(hosts)) {
        const { 'content-type': told, ...rest } = tell(path)
        expect(rest, `${host} ${path}`).toEqual(others)
        // The others find most types by themselves: of those, their files say nothing.
        const found = told ?? (KNOWN.test(path) ? type : BYTES)
        expect(found, `${host} ${path}`).toBe(type)
      }
    }
  })

test('what hosts would take for something else has its type in their files', () => {
  const addresses = ORIGINS.flatMap((origin) =>
    addressesOf(join(ROOT, 'build', origin)).map((path) => ({ origin, path })),
  )
  const odd = addresses.filter(({ path }) => /\.(ts|so|mjs)$/.test(path))
  expect(odd.length).toBeGreaterThan(0)
  for (const { origin, path } of odd)
    expect(readHeadersFile(origin).headers(path)['content-type'], path).toMatch(
      /^(text|application)\/(plain|javascript|wasm)/,
    )
})
