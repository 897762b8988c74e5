import { describe, expect, test } from 'vitest'
import { MovableClock } from '../clock.ts'
import { CookieJar, formatCookies } from './cookie-jar.ts'
import type { CookieContext } from './cookie.ts'
import { JAR_TABLE } from './fixtures/jar-table.ts'
import type { Get, Row, Set as SetStep } from './fixtures/row.ts'

const START = Date.UTC(2026, 10, 24)
const HOME = 'http://localhost:3000/'

const FEW = { perDomain: 5, inAll: 8 }

function createJar(limits?: typeof FEW) {
  const clock = new MovableClock({ now: () => START })
  return { jar: new CookieJar(clock, limits), clock }
}

function contextOf(url: string, step: Partial<Get & SetStep> = {}): CookieContext {
  const { relation = 'same-site', api = 'http', method = 'GET' } = step
  return { url: new URL(url), relation, api, method, exchange: null }
}

function run({ steps }: Row): { is: string; got: string }[] {
  const { jar, clock } = createJar()
  let ahead = 0
  return steps.flatMap((step) => {
    ahead += (step.after ?? 0) * 1000
    clock.setAhead(ahead)
    if ('set' in step) {
      jar.set(step.set, contextOf(step.at ?? HOME, step))
      return []
    }
    const got = formatCookies(jar.cookiesFor(contextOf(step.get, step)))
    return [{ is: step.is, got }]
  })
}

describe('the jar by RFC 6265bis', () => {
  test.each(JAR_TABLE)('$name', (row) => {
    for (const { is, got } of run(row)) expect(got).toBe(is)
  })
})

describe('what became of a cookie', () => {
  function outcomes(...lines: string[]) {
    const { jar } = createJar()
    return lines.map((line) => jar.set(line, contextOf(HOME)).outcome)
  }

  test('stored, replaced, deleted, refused', () => {
    expect(outcomes('a=1', 'a=2', 'a=; Max-Age=0', 'a=1; Domain=other.com')).toEqual([
      'stored',
      'replaced',
      'deleted',
      'refused',
    ])
  })

  test.each([
    ['a=1; SameSite=None', 'SameSite=None without Secure is not accepted.'],
    ['a=1; Domain=other.com', 'Domain=other.com does not cover the host localhost.'],
    ['a=1; Domain=com', 'Domain=com is a public suffix, shared by unrelated sites.'],
    ['__Host-a=1; Secure', 'The prefix __Host- needs Path=/.'],
    ['__Secure-a=1', 'The prefix __Secure- needs Secure.'],
    ['__Http-a=1; Secure', 'The prefix __Http- needs Secure and HttpOnly.'],
    ['a=\u00001', 'The line holds a control character.'],
    ['=', 'It has neither a name nor a value.'],
    [`a=${'x'.repeat(5000)}`, 'Name and value are longer than 4096 bytes together.'],
  ])('%j is refused with a sentence', (line, reason) => {
    const { jar } = createJar()
    expect(jar.set(line, contextOf(HOME)).reason).toBe(reason)
    expect(jar.view(new URL(HOME)).refused[0]).toMatchObject({ line, reason, time: START })
  })

  test('the sentence about another site says what decided', () => {
    const { jar } = createJar()
    const context = contextOf(HOME, { relation: 'cross-site' })
    expect(jar.set('a=1', context).reason).toContain('names no SameSite, so it counts as Lax')
    expect(jar.set('a=1; SameSite=Strict', context).reason).toContain('SameSite=Strict')
  })
})

describe('the limits of the jar', () => {
  test('a domain keeps so many cookies; the one used longest ago goes', () => {
    const { jar } = createJar(FEW)
    for (let index = 0; index < FEW.perDomain; index += 1) {
      jar.set(`c${index}=1; Path=/${index}`, contextOf(HOME))
    }
    jar.cookiesFor(contextOf(`${HOME}0`))
    jar.set('last=1', contextOf(HOME))
    const names = jar.view(new URL(HOME)).cookies.map(({ name }) => name)
    expect(names).toHaveLength(FEW.perDomain)
    expect(names).toContain('c0')
    expect(names).not.toContain('c1')
  })

  test('what is not Secure goes before what is', () => {
    const { jar } = createJar(FEW)
    jar.set('safe=1; Secure', contextOf(HOME))
    for (let index = 0; index < FEW.perDomain; index += 1) {
      jar.set(`c${index}=1`, contextOf(HOME))
    }
    const names = jar.view(new URL(HOME)).cookies.map(({ name }) => name)
    expect(names).toContain('safe')
    expect(names).not.toContain('c0')
  })

  test('all domains together have a limit, too', () => {
    const { jar } = createJar(FEW)
    for (let index = 0; index <= FEW.inAll; index += 1) {
      jar.set('a=1', contextOf(`https://host${index}.example/`))
    }
    expect(jar.view(new URL(HOME)).cookies).toHaveLength(FEW.inAll)
  })
})

test('clearing the jar forgets what was refused, too', () => {
  const { jar } = createJar()
  jar.set('a=1', contextOf(HOME))
  jar.set('b=1; Domain=com', contextOf(HOME))
  jar.clear()
  expect(jar.view(new URL(HOME))).toEqual({ cookies: [], refused: [], documentCookie: '' })
})
