'use server'

import { refresh, updateTag } from 'next/cache'
import { call } from '@/lib/api/call'
import { readUser, withToken } from '@/lib/dal'
import { STATS_TAG } from '@/lib/stats'
import { isUuid } from '@/lib/uuid'

const NO_SUCH_PERSON = 'There is no such person.'
const NOT_FOR_YOU = 'This is for administrators.'

async function isAdministrator(): Promise<boolean> {
  return (await readUser())?.is_admin === true
}

/** Returns what went wrong, or null. */
export async function setAdmin(
  id: string,
  isAdmin: boolean,
  _previous: string | null,
): Promise<string | null> {
  if (!(await isAdministrator())) return NOT_FOR_YOU
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
  if (!(await isAdministrator())) return NOT_FOR_YOU
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
