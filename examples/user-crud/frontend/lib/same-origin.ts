// Whether a form was sent by a page of ours. Next asks the same of every action, but not of a route handler.

export function isFromHere(headers: Headers): boolean {
  const origin = headers.get('origin')
  // Browsers name it with every POST. Who names none is no browser, and has no cookie of anybody's.
  if (origin === null) return true
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host')
  return URL.canParse(origin) && new URL(origin).host === host
}
