// What a form knows between two submissions. It travels to the browser and back: no password is ever in it.
import type { Problem } from './api/problem'

export interface FormState<Field extends string> {
  values: Partial<Record<Field, string>>
  errors: Partial<Record<Field, string>>
  /** What went wrong with the form as a whole, or null. */
  message: string | null
  /** What went well, when the form stays on the page; else null. */
  done: string | null
}

/** The action of a form with these fields. */
export type FormAction<Field extends string> = (
  previous: FormState<Field>,
  form: FormData,
) => Promise<FormState<Field>>

export function startState<Field extends string>(
  values: FormState<Field>['values'] = {},
): FormState<Field> {
  return { values, errors: {}, message: null, done: null }
}

/** A form is a public address: fields may be missing, or be files. Passwords are taken as they are typed. */
export function readFields<Field extends string>(
  form: FormData,
  names: readonly Field[],
): Record<Field, string> {
  const read = (name: Field) => {
    const value = form.get(name)
    if (typeof value !== 'string') return ''
    return isSecret(name) ? value : value.trim()
  }
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Field, string>
}

function isSecret(name: string): boolean {
  return name.includes('password')
}

function keep<Field extends string>(
  values: FormState<Field>['values'],
): FormState<Field>['values'] {
  const kept = { ...values }
  for (const name in kept) if (isSecret(name)) delete kept[name]
  return kept
}

export function wrongFields<Field extends string>(
  values: FormState<Field>['values'],
  errors: FormState<Field>['errors'],
): FormState<Field> {
  const message = 'Nothing was sent yet. Please look at the marked fields.'
  return { values: keep(values), errors, message, done: null }
}

/** FastAPI has the last word; its words go to the fields that they are about, or above the form. */
export function refused<Field extends string>(
  values: Record<Field, string>,
  problem: Problem,
): FormState<Field> {
  const errors: FormState<Field>['errors'] = {}
  for (const name in values) {
    const text = problem.fields[name]
    if (text) errors[name] = text
  }
  const isAboutFields = Object.keys(errors).length > 0
  const message = isAboutFields ? 'Please look at the marked fields.' : problem.message
  return { values: keep<Field>(values), errors, message, done: null }
}
