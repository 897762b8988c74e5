import { describe, expect, it } from 'vitest'
import { parseAddress } from './address.ts'

describe('the address bar of the preview', () => {
  it.each([
    ['', '/'],
    ['/users', '/users'],
    ['users', '/users'],
    ['?page=2', '/?page=2'],
    [' /users?page=2#top ', '/users?page=2#top'],
    ['http://localhost:3000/users', '/users'],
    ['localhost:3000/users', '/users'],
    ['http://127.0.0.1:3001/users', '/users'],
  ])('reads %j as %s', (typed, path) => expect(parseAddress(typed)).toEqual({ path }))

  it.each([
    'https://example.com/',
    '//example.com/x',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://',
  ])('refuses %j with a sentence', (typed) =>
    expect(parseAddress(typed)).toHaveProperty('refusal', expect.stringMatching(/\.$/)),
  )

  it('says where FastAPI is instead of opening it', () => {
    expect(parseAddress('http://localhost:8000/docs')).toHaveProperty(
      'refusal',
      expect.stringMatching(/FastAPI/),
    )
  })
})
