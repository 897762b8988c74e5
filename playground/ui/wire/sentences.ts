// One plain sentence or two about an exchange or a hop, made from templates. No React, no markup.
import { getHeader } from '../../runtime/wire/headers.ts'
import type { Exchange, Hop, HttpHop, SqlHop } from '../../runtime/wire/hop.ts'
import { formatMs } from '../copy.ts'
import { durationOf, PLACE_NAMES, shownPath, shortSql } from './places.ts'
import { findRoot } from './rows.ts'

export function describeExchange(exchange: Exchange): string {
  const root = findRoot(exchange)
  if (!root)
    return `No request: FastAPI ran ${count(exchange.hops.length, 'statement')} by itself, as it does while it starts.`
  const middle = describeCalls(exchange, root)
  return [describeStart(root), middle, describeEnd(root)].filter(Boolean).join(' ')
}

export function describeHop(hop: Hop): string {
  if (hop.type === 'sql') return describeSql(hop)
  const start = `${PLACE_NAMES[hop.from]} asked ${PLACE_NAMES[hop.to]}: ${hop['http.request.method']} ${shownPath(hop)}.`
  return `${start} ${describeEnd(hop)}`
}

function describeStart(root: HttpHop): string {
  const path = shownPath(root)
  const method = root['http.request.method']
  const to = PLACE_NAMES[root.to]
  switch (root.kind) {
    case 'page':
      return method === 'GET'
        ? `The browser asked ${to} for the page ${path}.`
        : `A form was sent to ${path} with ${method}.`
    case 'data':
      return `The browser asked ${to} for what ${path} shows, without loading a whole page.`
    case 'prefetch':
      return `The browser fetched ${path} ahead, in case someone goes there.`
    case 'action':
      return `The page called a server action on ${path}.`
    case 'route':
      return `The browser called the route handler ${path} with ${method}.`
    case 'api':
      return `A script in the page called ${to}: ${method} ${path}.`
    case 'preflight':
      return `Before the real request the browser asked ${to} whether another origin may call ${path}.`
    case 'asset':
      return `The browser loaded the file ${path}.`
  }
}

function describeCalls({ hops }: Exchange, root: HttpHop): string {
  const calls = hops.filter((hop) => hop.type === 'http' && hop.id !== root.id)
  const statements = hops.filter((hop) => hop.type === 'sql')
  const queries =
    statements.length === 0 ? '' : `FastAPI ran ${count(statements.length, 'statement')}`
  const [only] = calls
  if (!only || only.type !== 'http') return queries === '' ? '' : `${queries}.`
  const asked =
    calls.length === 1
      ? `${PLACE_NAMES[only.from]} asked ${PLACE_NAMES[only.to]} for ${only['http.request.method']} ${shownPath(only)}`
      : `${PLACE_NAMES[only.from]} asked ${PLACE_NAMES[only.to]} ${times(calls.length)}`
  return queries === '' ? `${asked}.` : `${asked}, and ${queries}.`
}

function describeEnd(hop: HttpHop): string {
  const to = PLACE_NAMES[hop.to]
  if (hop.failure) return `No answer: ${hop.failure.message} ${hop.failure.next}`
  const status = hop['http.response.status_code']
  if (status === null) return 'The answer has not come yet.'
  const ms = durationOf(hop)
  const time = ms === null ? '' : ` in ${formatMs(ms)}`
  const target = getHeader(hop.responseHeaders, 'location') ?? actionRedirect(hop)
  const answered =
    target === null
      ? `${to} answered ${status}${time}`
      : `${to} answered ${status}, a redirect to ${target},${time}`.replace(/,$/, '')
  return `${answered}${describeCookies(hop)}.${describeCors(hop, status)}`
}

/** A server action's redirect travels in a header of Next's own: `/users;push`. */
function actionRedirect(hop: HttpHop): string | null {
  return getHeader(hop.responseHeaders, 'x-action-redirect')?.split(';')[0] ?? null
}

function describeCookies({ cookiesSet }: HttpHop): string {
  const refused = cookiesSet.filter(({ outcome }) => outcome === 'refused').length
  const kept = cookiesSet.length - refused
  const parts = [
    kept > 0 && `set ${count(kept, 'cookie')}`,
    refused > 0 && `${count(refused, 'cookie')} was refused`,
  ]
  const said = parts.filter((part) => part !== false)
  return said.length === 0 ? '' : ` and ${said.join('; ')}`.replace('cookies was', 'cookies were')
}

function describeCors({ corsError }: HttpHop, status: number): string {
  if (corsError === null) return ''
  const cause = status >= 500 ? ` The browser will say CORS; the cause is the ${status}.` : ''
  return ` The browser did not let the page read the answer.${cause}`
}

function describeSql(hop: SqlHop): string {
  const ms = durationOf(hop)
  const time = ms === null ? '' : ` in ${formatMs(ms)}`
  const statement = shortSql(hop['db.query.text'])
  if (hop['error.message'] !== null)
    return `FastAPI ran ${statement}, and the database refused it: ${hop['error.message']}`
  const rows = hop['db.response.returned_rows']
  return `FastAPI ran ${statement}${time}${rows === null ? '' : ` and got ${count(rows, 'row')}`}.`
}

function count(number: number, noun: string): string {
  if (number === 1) return `one ${noun}`
  return `${number === 0 ? 'no' : number} ${noun}s`
}

function times(number: number): string {
  return number === 2 ? 'twice' : `${number} times`
}
