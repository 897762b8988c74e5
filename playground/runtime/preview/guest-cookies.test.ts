import { describe, expect, it } from 'vitest'
import { assumeStored } from './guest-cookies.ts'

describe('what document.cookie shows until the jar answers', () => {
  it('adds a cookie', () => expect(assumeStored('a=1', 'b=2; Path=/')).toBe('a=1; b=2'))
  it('replaces a cookie of the same name', () =>
    expect(assumeStored('a=1; b=2', 'a=3')).toBe('b=2; a=3'))
  it('removes a cookie with Max-Age=0', () =>
    expect(assumeStored('a=1; b=2', 'a=; Max-Age=0')).toBe('b=2'))
  it('removes a cookie that expired in the past', () => {
    expect(assumeStored('a=1', 'a=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT')).toBe('')
  })
  it('lets Max-Age win over Expires', () => {
    expect(assumeStored('', 'a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT')).toBe('a=1')
  })
  it('ignores a line that asks for HttpOnly, as browsers do', () => {
    expect(assumeStored('a=1', 'b=2; HttpOnly')).toBe('a=1')
  })
  it('keeps a cookie without a name', () => expect(assumeStored('', 'alone')).toBe('alone'))
})
