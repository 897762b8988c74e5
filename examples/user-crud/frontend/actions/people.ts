'use server'

import { refresh, updateTag } from 'next/cache'
import { call } from '@/lib/api/call'
import { withToken } from '@/lib/dal'
import { STATS_TAG } from '@/lib/stats'
import { isUuid } from '@/lib/uuid'

// No check of the role here: FastAPI refuses whoever is no administrator, and its refusal is shown.
const NO_SUCH_PERSON = 'There is no such person.'

/** Returns what went wrong, or null. */
export async function setAdmin(
  id: string,
  isAdmin: boolean,
  _previous: string | null,
): Promise<string | null> {
  if (!isUuid(id)) return NO_SUCH_PERSON
  const input = { path: { user_id: id }, body: { is_admin: isAdmin === true } }
  const outcome = await withToken((token) =>
    call('patch', '/api/users/{user_id}', { token, ...input }),
  )
  refresh()
  return outcome.ok ? null : outcome.problem.message
}

/** Returns what went wrong, or null. That the person is gone already is as good. */
export async function deletePerson(id: string, _previous: string | null): Promise<string | null> {
  if (!isUuid(id)) return NO_SUCH_PERSON
  const path = { user_id: id }
  const outcome = await withToken((token) =>
    call('delete', '/api/users/{user_id}', { token, path }),
  )
  if (!outcome.ok && outcome.problem.status !== 404) return outcome.problem.message
  updateTag(STATS_TAG)
  refresh()
  return null
}
