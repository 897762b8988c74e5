// The list's state lives in its address, so that it can be linked, reloaded and gone back to.
import { isTeam, type Team } from './teams'

export interface Search {
  q: string
  team: Team | null
  page: number
}

type Params = Record<string, string | string[] | undefined>

/** What makes no sense is ignored: an address is typed by anybody. */
export function readSearch(params: Params): Search {
  const { q, team, page } = params
  const wantedPage = typeof page === 'string' && /^\d{1,5}$/.test(page) ? Number(page) : 1
  return {
    q: typeof q === 'string' ? q.trim().slice(0, 80) : '',
    team: isTeam(team) ? team : null,
    page: Math.max(1, wantedPage),
  }
}

/** The shortest address of a search: what is as usual is left out. */
export function searchHref(search: Search, path = '/'): string {
  const query = new URLSearchParams()
  if (search.q) query.set('q', search.q)
  if (search.team) query.set('team', search.team)
  if (search.page > 1) query.set('page', String(search.page))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
