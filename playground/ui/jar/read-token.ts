// A token as its holder can read it, and what only the key can tell. jose is reached by import() only, with this file.
import { base64url, compactVerify, decodeJwt, decodeProtectedHeader } from 'jose'
import type { Files } from '../../runtime/wire/files.ts'

export interface ReadToken {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  /** Milliseconds since the epoch; null when it never ends. */
  readonly ends: number | null
}

/** null of what is no token. */
export function readToken(value: string): ReadToken | null {
  try {
    const claims = decodeJwt(value)
    const ends = typeof claims.exp === 'number' ? claims.exp * 1000 : null
    return { header: { ...decodeProtectedHeader(value) }, claims, ends }
  } catch {
    return null // Most cookies are none.
  }
}

export interface AppKey {
  readonly name: string
  readonly value: string
}

/** The first secret in `backend/.env`: the playground's apps sign with it. */
export function findKey(files: Files): AppKey | null {
  const text = files['backend/.env']
  if (typeof text !== 'string') return null
  const [, name, value] = /^(\w*(?:SECRET|SIGNING_KEY)\w*)=["']?(.+?)["']?\s*$/m.exec(text) ?? []
  return name === undefined || value === undefined ? null : { name, value }
}

/** True when the key made the signature. It says nothing of `exp`, or of whom the token is for. */
export async function isSignedWith(token: string, key: AppKey): Promise<boolean> {
  try {
    await compactVerify(token, new TextEncoder().encode(key.value))
    return true
  } catch {
    return false
  }
}

/** The same token with another claim and the old signature, as a forger without the key would send it. */
export function withClaim(token: string, name: string, value: string): string {
  const [header = '', , signature = ''] = token.split('.')
  const claims = { ...decodeJwt(token), [name]: parseValue(value) }
  return [header, base64url.encode(JSON.stringify(claims)), signature].join('.')
}

/** A number stays a number, as the claim was. */
function parseValue(text: string): unknown {
  return /^-?\d+$/.test(text) ? Number(text) : text
}
