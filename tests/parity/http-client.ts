// One request over a real socket. node:http and not fetch: header pairs as they came, no redirect followed, Host as given.
import { request } from 'node:http'
import type { Answer, Ask } from './exchange.ts'

export function askOverSocket(port: number, host: string, ask: Ask): Promise<Answer> {
  const { method = 'GET', path, headers = [], body } = ask
  const length =
    body === undefined ? [] : [['content-length', String(Buffer.byteLength(body))] as const]
  // `accept-encoding: identity`: what is compared is the text, not how it was packed.
  const all = [['host', host], ['accept-encoding', 'identity'], ...headers, ...length] as const
  return new Promise((resolve, reject) => {
    const outgoing = request({
      // A socket for each request: a kept one may be closed by the server, after five idle seconds, just as it is used.
      agent: false,
      host: 'localhost',
      port,
      method,
      path,
      headers: all.flat(),
      setHost: false,
    })
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('error', reject)
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: toPairs(incoming.rawHeaders),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    outgoing.end(body)
  })
}

function toPairs(raw: readonly string[]): Answer['headers'] {
  const pairs: [string, string][] = []
  for (let index = 0; index < raw.length; index += 2)
    pairs.push([raw[index] ?? '', raw[index + 1] ?? ''])
  return pairs
}
