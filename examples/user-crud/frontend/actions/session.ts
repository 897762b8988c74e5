'use server'

import { updateTag } from 'next/cache'
import { redirect } from 'next/navigation'
import { call } from '@/lib/api/call'
import { checkEmail, checkFields, checkName, checkNewPassword, checkPassword } from '@/lib/checks'
import { readFields, refused, wrongFields, type FormState } from '@/lib/form-state'
import { safeNext } from '@/lib/safe-next'
import { startSession } from '@/lib/session'
import { STATS_TAG } from '@/lib/stats'

export type SignInField = 'email' | 'password' | 'next'
export type SignUpField = 'name' | 'email' | 'password'

function fetchToken(email: string, password: string) {
  // The form of OAuth2, which calls an e-mail address a username.
  const body = { grant_type: 'password', username: email, password } as const
  return call('post', '/api/token', { body, isForm: true })
}

export async function signIn(
  _previous: FormState<SignInField>,
  form: FormData,
): Promise<FormState<SignInField>> {
  const values = readFields(form, ['email', 'password', 'next'])
  const errors = checkFields(values, { email: checkEmail, password: checkPassword })
  if (errors) return wrongFields(values, errors)

  const outcome = await fetchToken(values.email, values.password)
  if (!outcome.ok) return refused(values, outcome.problem)
  await startSession(outcome.value)
  // Outside of any try: redirect() works by throwing.
  redirect(safeNext(values.next))
}

export async function signUp(
  _previous: FormState<SignUpField>,
  form: FormData,
): Promise<FormState<SignUpField>> {
  const values = readFields(form, ['name', 'email', 'password'])
  const checks = { name: checkName, email: checkEmail, password: checkNewPassword }
  const errors = checkFields(values, checks)
  if (errors) return wrongFields(values, errors)

  const created = await call('post', '/api/users', { body: values })
  if (!created.ok) return refused(values, created.problem)
  updateTag(STATS_TAG)
  const outcome = await fetchToken(values.email, values.password)
  // The account is there; only the way in failed. Signing in by hand is the next step then.
  if (!outcome.ok) redirect('/sign-in')
  await startSession(outcome.value)
  redirect('/notes?notice=welcome')
}
