import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { findKey, isSignedWith, readToken, withClaim } from './read-token.ts'

const KEY = { name: 'JWT_SECRET', value: 'known-to-everybody-and-good-for-a-test-only' }

const sign = () =>
  new SignJWT({ sub: '7', ver: 2 })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(1_800_000_000)
    .sign(new TextEncoder().encode(KEY.value))

test('anyone can read a token', async () => {
  expect(readToken(await sign())).toEqual({
    header: { alg: 'HS256' },
    claims: { sub: '7', ver: 2, exp: 1_800_000_000 },
    ends: 1_800_000_000_000,
  })
  expect(readToken('dark')).toBeNull()
})

test('only the key can prove it', async () => {
  const token = await sign()
  expect(await isSignedWith(token, KEY)).toBe(true)
  expect(await isSignedWith(token, { ...KEY, value: 'another'.repeat(8) })).toBe(false)
})

test('a changed claim keeps its kind, and the signature fits no more', async () => {
  const forged = withClaim(await sign(), 'ver', '3')
  expect(readToken(forged)?.claims).toMatchObject({ sub: '7', ver: 3 })
  expect(await isSignedWith(forged, KEY)).toBe(false)
})

test('the key is the secret in backend/.env', () => {
  const files = { 'backend/.env': `# JWT_SECRET=no\nPORT=1\n${KEY.name}="${KEY.value}"\n` }
  expect(findKey(files)).toEqual(KEY)
  expect(findKey({})).toBeNull()
})
