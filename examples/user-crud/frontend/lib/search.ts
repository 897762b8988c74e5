// A list's state lives in its address, so that it can be linked, reloaded and gone back to.

export interface Search {
  q: string
  page: number
}

type Params = Record<string, string | string[] | undefined>

/** What makes no sense is ignored: an address is typed by anybody. */
export function readSearch({ q, page }: Params): Search {
  const wantedPage = typeof page === 'string' && /^\d{1,5}$/.test(page) ? Number(page) : 1
  return {
    q: typeof q === 'string' ? q.replaceAll('\0', '').trim().slice(0, 80) : '',
    page: Math.max(1, wantedPage),
  }
}

/** The shortest address of a search: what is as usual is left out. */
export function searchHref(path: string, { q, page }: Search): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
