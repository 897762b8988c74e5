import { expect, test } from 'vitest'
import { checkValues, emptyValues, readValues, refusedFormState } from '@/lib/person-form'

const right = {
  name: 'Ada',
  email: 'ada@example.com',
  title: 'Designer',
  team: 'design',
  about: '',
}

function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('fields are trimmed; what is missing or a file is empty', () => {
  const form = formOf({ name: ' Ada ', email: new Blob(['x']), other: 'ignored' })
  expect(readValues(form)).toEqual({ ...emptyValues, name: 'Ada' })
})

test('right values have no errors', () => {
  expect(checkValues(right)).toEqual({})
})

test('every wrong field is named at once', () => {
  const errors = checkValues({
    name: '',
    email: 'ada',
    title: 'x'.repeat(81),
    team: 'sales',
    about: 'x'.repeat(401),
  })
  expect(Object.keys(errors).sort()).toEqual(['about', 'email', 'name', 'team', 'title'])
})

test("FastAPI's word on a field goes to the field, its other words to the form", () => {
  const conflict = { status: 409, code: 'conflict', message: 'Taken.', fields: { email: 'Taken.' } }
  expect(refusedFormState(right, conflict)).toMatchObject({
    values: right,
    errors: { email: 'Taken.' },
  })
  const broken = { status: 500, code: 'internal', message: 'Broken.', fields: {} }
  expect(refusedFormState(right, broken)).toEqual({ values: right, errors: {}, message: 'Broken.' })
})
