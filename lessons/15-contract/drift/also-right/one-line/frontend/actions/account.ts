'use server'

import { refresh, updateTag } from 'next/cache'
import { redirect } from 'next/navigation'
import { call } from '@/lib/api/call'
import { checkEmail, checkFields, checkName, checkNewPassword, checkPassword } from '@/lib/checks'
import { withToken } from '@/lib/dal'
import { readFields, refused, wrongFields, type FormState } from '@/lib/form-state'
import { endSession, startSession } from '@/lib/session'
import { STATS_TAG } from '@/lib/stats'

export type ProfileField = 'name' | 'email' | 'password'
export type PasswordField = 'password' | 'new_password'
export type DeleteField = 'password'

export async function updateProfile(
  _previous: FormState<ProfileField>,
  form: FormData,
): Promise<FormState<ProfileField>> {
  const values = readFields(form, ['name', 'email', 'password'])
  const errors = checkFields(values, { name: checkName, email: checkEmail })
  if (errors) return wrongFields(values, errors)

  const { name, email, password } = values
  // Only a new address needs the password; FastAPI knows whether it is new.
  const body = { name, email, ...(password && { password }) }
  const outcome = await withToken((token) => call('patch', '/api/users/me', { token, body }))
  if (!outcome.ok) return refused(values, outcome.problem)
  refresh()
  const saved = { name: outcome.value.name, email: outcome.value.email }
  return { values: saved, errors: {}, message: null, done: 'Your profile is saved.' }
}

export async function changePassword(
  _previous: FormState<PasswordField>,
  form: FormData,
): Promise<FormState<PasswordField>> {
  const body = readFields(form, ['password', 'new_password'])
  const errors = checkFields(body, { password: checkPassword, new_password: checkNewPassword })
  if (errors) return wrongFields(body, errors)

  const outcome = await withToken((token) =>
    call('post', '/api/users/me/password', { token, body }),
  )
  if (!outcome.ok) return refused(body, outcome.problem)
  // Every older token is void now, this window's too; the answer brought a new one.
  await startSession(outcome.value)
  const done = 'Your password is changed. You are signed out everywhere else.'
  return { values: {}, errors: {}, message: null, done }
}

export async function deleteAccount(
  _previous: FormState<DeleteField>,
  form: FormData,
): Promise<FormState<DeleteField>> {
  const body = readFields(form, ['password'])
  const errors = checkFields(body, { password: checkPassword })
  if (errors) return wrongFields(body, errors)

  const outcome = await withToken((token) => call('post', '/api/users/me/delete', { token, body }))
  if (!outcome.ok) return refused(body, outcome.problem)
  updateTag(STATS_TAG)
  await endSession()
  redirect('/?notice=goodbye')
}
