// A side's cookies, kept between its requests by an independent jar (RFC 6265bis), as a browser does.
import { CookieJar, type Cookie } from 'tough-cookie'
import type { Answer, Ask, StoredCookie } from './exchange.ts'

export const HOSTS = { frontend: 'localhost:3000', backend: 'localhost:8000' } as const

export interface CookieKeeper {
  /** The jar sends its cookies unless the request brings a Cookie header of its own, as in the playground. */
  ask(ask: Ask): Promise<Answer>
  cookies(): Promise<readonly StoredCookie[]>
}

export function keepCookies(send: (ask: Ask) => Promise<Answer>): CookieKeeper {
  const jar = new CookieJar()
  return {
    async ask(ask) {
      const url = `http://${HOSTS[ask.host]}${ask.path.replace(/^\/{2,}/, '/')}`
      const { headers = [] } = ask
      const isOwn = headers.some(([name]) => name.toLowerCase() === 'cookie')
      const stored = isOwn ? '' : await jar.getCookieString(url)
      const cookie = stored === '' ? [] : [['cookie', stored] as const]
      const answer = await send({ ...ask, headers: [...headers, ...cookie] })
      for (const [name, value] of answer.headers) {
        if (name.toLowerCase() === 'set-cookie')
          await jar.setCookie(value, url, { ignoreError: true })
      }
      return answer
    },
    cookies: async () => (await jar.getCookies('http://localhost:3000/')).map(toStored),
  }
}

function toStored({ key, value, path, httpOnly, secure, sameSite }: Cookie): StoredCookie {
  return { name: key, value, path: path ?? '/', httpOnly, secure, sameSite: sameSite ?? 'default' }
}
