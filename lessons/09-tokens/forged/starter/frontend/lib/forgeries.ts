// A forger's bench, for this lesson only: seven tokens that FastAPI must not take. Five are signed with the right key,
// as another service of ours would that was given the same one.
import 'server-only'
import { readEnvironment } from '@/lib/env'

export interface Forgery {
  trick: string
  token: string
}

export interface Verdict extends Forgery {
  status: number
  says: string
}

type Claims = Record<string, unknown>

/** The playground's key. On your machine it is in backend/.env; give it to Next to try the bench there. */
const KEY = process.env.JWT_SECRET ?? 'known-to-everybody-and-good-for-a-playground-only'
const HOUR = 3600

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

const encodeJson = (value: unknown) => encode(new TextEncoder().encode(JSON.stringify(value)))

async function sign(claims: Claims, key = KEY): Promise<string> {
  const text = `${encodeJson({ alg: 'HS256', typ: 'JWT' })}.${encodeJson(claims)}`
  const bytes = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', bytes.encode(key), algorithm, false, [
    'sign',
  ])
  const signature = await crypto.subtle.sign('HMAC', imported, bytes.encode(text))
  return `${text}.${encode(new Uint8Array(signature))}`
}

/** What is in a token that FastAPI gave to Ada. Anyone who holds one can read it. */
async function readAdasClaims(): Promise<Claims> {
  const body = new URLSearchParams({ username: 'ada@example.com', password: 'demo password 2026' })
  const answer = await fetch(new URL('/api/token', readEnvironment().apiUrl), {
    method: 'POST',
    body,
  })
  const { access_token }: { access_token: string } = await answer.json()
  const payload = access_token.split('.')[1] ?? ''
  return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
}

export async function forgeTokens(): Promise<Forgery[]> {
  const claims = await readAdasClaims()
  const { exp: _exp, ...endless } = claims
  const now = Math.floor(Date.now() / 1000)
  const header = encodeJson({ alg: 'none', typ: 'JWT' })
  return [
    {
      trick: 'It ended an hour ago',
      token: await sign({ ...claims, iat: now - 2 * HOUR, exp: now - HOUR }),
    },
    { trick: 'It never ends', token: await sign(endless) },
    { trick: 'It was made for the newsletter', token: await sign({ ...claims, aud: 'newsletter' }) },
    { trick: 'Somebody else issued it', token: await sign({ ...claims, iss: 'newsletter' }) },
    { trick: 'It is signed with another key', token: await sign(claims, 'x'.repeat(40)) },
    { trick: 'It says that it needs no signature', token: `${header}.${encodeJson(claims)}.` },
    {
      trick: 'Its person does not exist',
      token: await sign({ ...claims, sub: '00000000-0000-4000-8000-000000000000' }),
    },
  ]
}

/** What FastAPI says to each, asked one after the other. */
export async function tryForgeries(): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const forgery of await forgeTokens()) {
    const answer = await fetch(new URL('/api/users/me', readEnvironment().apiUrl), {
      headers: { Authorization: `Bearer ${forgery.token}` },
    })
    const { name, message }: { name?: string; message?: string } = await answer.json()
    const says = answer.ok ? `Hello, ${name}.` : (message ?? '')
    verdicts.push({ ...forgery, status: answer.status, says })
  }
  return verdicts
}
