'use server'

import { refresh, revalidateTag, updateTag } from 'next/cache'
import { redirect } from 'next/navigation'
import { call } from '@/lib/api/call'
import { checkFields, checkText, checkTitle } from '@/lib/checks'
import { withToken } from '@/lib/dal'
import { readFields, refused, wrongFields, type FormState } from '@/lib/form-state'
import { STATS_TAG } from '@/lib/stats'
import { isUuid } from '@/lib/uuid'

export type NoteField = 'title' | 'text'

const checks = { title: checkTitle, text: checkText }
const NO_SUCH_NOTE = 'There is no such note.'

export async function createNote(
  _previous: FormState<NoteField>,
  form: FormData,
): Promise<FormState<NoteField>> {
  const body = readFields(form, ['title', 'text'])
  const errors = checkFields(body, checks)
  if (errors) return wrongFields(body, errors)

  const outcome = await withToken((token) => call('post', '/api/notes', { token, body }))
  if (!outcome.ok) return refused(body, outcome.problem)
  revalidateTag(STATS_TAG, { expire: 0 })
  redirect('/notes?notice=created')
}

/** `id` is bound to the form by the page, and travels through the browser in plain text: it may be anything by now. */
export async function updateNote(
  id: string,
  _previous: FormState<NoteField>,
  form: FormData,
): Promise<FormState<NoteField>> {
  const body = readFields(form, ['title', 'text'])
  if (!isUuid(id)) return { values: body, errors: {}, message: NO_SUCH_NOTE, done: null }
  const errors = checkFields(body, checks)
  if (errors) return wrongFields(body, errors)

  const path = { note_id: id }
  const outcome = await withToken((token) =>
    call('patch', '/api/notes/{note_id}', { token, path, body }),
  )
  if (!outcome.ok) return refused(body, outcome.problem)
  redirect('/notes?notice=saved')
}

/** Returns what went wrong, or goes back to the list. That the note is gone already is as good. */
export async function deleteNote(id: string, _previous: string | null): Promise<string | null> {
  if (!isUuid(id)) return NO_SUCH_NOTE
  const path = { note_id: id }
  const outcome = await withToken((token) =>
    call('delete', '/api/notes/{note_id}', { token, path }),
  )
  if (!outcome.ok && outcome.problem.status !== 404) return outcome.problem.message
  updateTag(STATS_TAG)
  redirect('/notes?notice=deleted')
}

/** Returns what went wrong, or null. */
export async function setPinned(
  id: string,
  pinned: boolean,
  _previous: string | null,
): Promise<string | null> {
  if (!isUuid(id)) return NO_SUCH_NOTE
  const input = { path: { note_id: id }, body: { pinned: pinned === true } }
  const outcome = await withToken((token) =>
    call('patch', '/api/notes/{note_id}', { token, ...input }),
  )
  refresh()
  return outcome.ok ? null : outcome.problem.message
}
