// Names of places and of crossings, as people read them.
import type { ExchangeKind, Hop, HttpHop, Place } from '../../runtime/wire/hop.ts'

export const PLACE_NAMES: Readonly<Record<Place, string>> = {
  browser: 'Browser',
  next: 'Next',
  fastapi: 'FastAPI',
  sql: 'SQL',
  outside: 'Outside',
  cache: 'Cache',
}

export const KIND_NAMES: Readonly<Record<ExchangeKind, string>> = {
  page: 'page',
  data: 'data',
  prefetch: 'prefetch',
  action: 'action',
  route: 'route',
  api: 'API',
  preflight: 'preflight',
  asset: 'asset',
}

export function crossing({ from, to }: Pick<Hop, 'from' | 'to'>): string {
  return `${PLACE_NAMES[from]} → ${PLACE_NAMES[to]}`
}

/** Path and query, without what Next adds for itself. */
export function shownPath(hop: HttpHop): string {
  const url = URL.parse(hop['url.full'])
  if (!url) return hop['url.full']
  url.searchParams.delete('_rsc')
  const path = `${url.pathname}${url.search}`
  return hop.to === 'outside' ? `${url.origin}${path}` : path
}

/** Milliseconds; null while it is under way. */
export function durationOf({ startTime, endTime }: Hop): number | null {
  return endTime === null ? null : Math.max(0, endTime - startTime)
}

/** `SELECT user`, `INSERT INTO user`: the verb and the table. */
export function shortSql(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  const verb = flat.split(' ')[0]?.toUpperCase() ?? ''
  const table = /\b(?:from|into|update|table(?: if not exists)?)\s+(["`\w.]+)/i.exec(flat)?.[1]
  return table === undefined ? flat.slice(0, 60) : `${verb} ${table.replace(/["`]/g, '')}`
}
