// The form's fields, its state between two submissions, and the checks that need no database.
import type { Problem } from './problem'
import { isTeam } from './teams'

export interface PersonValues {
  name: string
  email: string
  title: string
  team: string
  about: string
}

export type FieldName = keyof PersonValues

export interface FormState {
  values: PersonValues
  errors: Partial<Record<FieldName, string>>
  /** For the form as a whole, or null. */
  message: string | null
}

export const emptyValues: PersonValues = { name: '', email: '', title: '', team: '', about: '' }

const fieldNames = Object.keys(emptyValues).filter((name): name is FieldName => name in emptyValues)

/** A form is a public address: fields may be missing, or be files. */
export function readValues(form: FormData): PersonValues {
  const values = { ...emptyValues }
  for (const name of fieldNames) {
    const value = form.get(name)
    values[name] = typeof value === 'string' ? value.trim() : ''
  }
  return values
}

export function checkValues(values: PersonValues): FormState['errors'] {
  const errors: FormState['errors'] = {}
  if (!values.name) errors.name = 'Every person needs a name.'
  else if (values.name.length > 80) errors.name = 'Please keep the name within 80 characters.'
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email))
    errors.email = 'Please enter an address like ada@example.com.'
  if (!values.title) errors.title = 'What do they do here?'
  else if (values.title.length > 80) errors.title = 'Please keep the title within 80 characters.'
  if (!isTeam(values.team)) errors.team = 'Please choose a team.'
  if (values.about.length > 400) errors.about = 'Please keep this within 400 characters.'
  return errors
}

export function toFormState(values: PersonValues, errors: FormState['errors']): FormState {
  return { values, errors, message: 'Nothing was saved yet. Please look at the marked fields.' }
}

/** FastAPI has the last word; its words go to the field that they are about. */
export function refusedFormState(values: PersonValues, problem: Problem): FormState {
  const errors: FormState['errors'] = {}
  for (const name of fieldNames) {
    const text = problem.fields[name]
    if (text) errors[name] = text
  }
  return Object.keys(errors).length > 0
    ? toFormState(values, errors)
    : { values, errors, message: problem.message }
}
