// Methods that Next's server refuses before a page or handler sees them (base-server.js): anything but reading of what
// was prerendered, and OPTIONS of a page.
import { getHeader, type HeaderPairs } from '../../wire/headers.ts'
import type { WireRequest, WireResponse } from '../../wire/request-port.ts'
import type { Route } from '../routes/route-table.ts'
import { notAllowedAnswer } from './wire-answers.ts'

interface Asked {
  readonly route: Route
  readonly request: WireRequest
  /** The build rendered the page at the route's own address. */
  readonly isPrerendered: boolean
  /** As the server writes it for this address. */
  readonly vary: string
}

/** null: the route may answer. */
export function refuseMethod({ route, request, isPrerendered, vary }: Asked): WireResponse | null {
  const { method } = request
  const headers: HeaderPairs = [['vary', vary]]
  const isRead = method === 'GET' || method === 'HEAD'
  if (isPrerendered && !isRead && !mayBeAction(request)) return notAllowedAnswer(headers)
  const isOptionsOfPage = method === 'OPTIONS' && route.kind === 'page'
  return isOptionsOfPage ? { status: 400, statusText: '', headers, body: null } : null
}

/** next/dist/server/lib/server-action-request-meta.js */
function mayBeAction({ method, headers }: WireRequest): boolean {
  if (method !== 'POST') return false
  const type = getHeader(headers, 'content-type') ?? ''
  return (
    getHeader(headers, 'next-action') !== null ||
    type === 'application/x-www-form-urlencoded' ||
    type.startsWith('multipart/form-data')
  )
}
