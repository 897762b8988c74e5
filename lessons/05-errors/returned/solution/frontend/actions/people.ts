'use server'

import { refresh, revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import * as api from '@/lib/api'
import {
  checkValues,
  readValues,
  refusedFormState,
  toFormState,
  type FormState,
} from '@/lib/person-form'

// An action is a public address: whatever arrives here was not necessarily sent by our form.
function assertId(id: unknown): asserts id is number {
  if (!Number.isInteger(id)) throw new TypeError('A person has a whole number as id.')
}

export async function createPerson(_previous: FormState, form: FormData): Promise<FormState> {
  const values = readValues(form)
  const errors = checkValues(values)
  if (Object.keys(errors).length > 0) return toFormState(values, errors)

  const outcome = await api.createPerson(values)
  if (!outcome.ok) return refusedFormState(values, outcome.problem)
  revalidatePath('/', 'layout')
  redirect(`/people/${outcome.value.id}?notice=created`)
}

export async function updatePerson(
  id: number,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  assertId(id)
  const values = readValues(form)
  const errors = checkValues(values)
  if (Object.keys(errors).length > 0) return toFormState(values, errors)

  const outcome = await api.updatePerson(id, values)
  if (!outcome.ok) return refusedFormState(values, outcome.problem)
  revalidatePath('/', 'layout')
  redirect(`/people/${id}?notice=saved`)
}

/** Returns what went wrong, or goes back to the list. Somebody else having deleted the person is as good. */
export async function deletePerson(id: number, _previous: string | null): Promise<string | null> {
  assertId(id)
  const outcome = await api.deletePerson(id)
  if (!outcome.ok && outcome.problem.status !== 404) return outcome.problem.message
  revalidatePath('/', 'layout')
  redirect('/?notice=deleted')
}

/** Returns what went wrong, or null. */
export async function setStarred(
  id: number,
  starred: boolean,
  _previous: string | null,
): Promise<string | null> {
  assertId(id)
  const outcome = await api.setStarred(id, starred === true)
  refresh()
  return outcome.ok ? null : outcome.problem.message
}
