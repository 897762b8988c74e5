import { expect, test } from 'vitest'
import { checkEmail, checkFields, checkNewPassword, checkText, checkTitle } from '@/lib/checks'
import { readFields, refused, wrongFields } from '@/lib/form-state'

function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('fields are trimmed, passwords are not; what is missing or a file is empty', () => {
  const form = formOf({ name: ' Ada ', password: ' p ', email: new Blob(['x']), is_admin: 'on' })
  expect(readFields(form, ['name', 'email', 'password'])).toEqual({
    name: 'Ada',
    email: '',
    password: ' p ',
  })
})

test('a password never goes back to the browser', () => {
  const values = { email: 'a', password: 's3cret', new_password: 's3cret' }
  const problem = { status: 400, code: 'x', message: 'No.', fields: {} }
  for (const state of [wrongFields(values, {}), refused(values, problem)]) {
    expect(JSON.stringify(state)).not.toContain('s3cret')
    expect(state.values).toEqual({ email: 'a' })
  }
  expect(values.password).toBe('s3cret')
})

test("FastAPI's word on a field goes to the field, its other words above the form", () => {
  const values = { name: 'Ada', email: 'ada@example.com' }
  const taken = { status: 409, code: 'email_taken', message: 'Taken.', fields: { email: 'Taken.' } }
  expect(refused(values, taken).errors).toEqual({ email: 'Taken.' })
  const away = { status: 0, code: 'unreachable', message: 'Away.', fields: { body: 'x' } }
  expect(refused(values, away)).toEqual({ values, errors: {}, message: 'Away.', done: null })
})

test('every wrong field is named at once, and right ones are none', () => {
  const checks = { title: checkTitle, text: checkText }
  const wrong = checkFields({ title: ' ', text: 'x'.repeat(10_001) }, checks)
  expect(Object.keys(wrong ?? {})).toEqual(['title', 'text'])
  expect(checkFields({ title: 'x', text: '' }, checks)).toBeNull()
})

test.each(['ada', 'ada@', '@x.y', 'a b@c.d', `${'a'.repeat(250)}@b.cd`])(
  '%s is no address',
  (email) => {
    expect(checkEmail(email)).toBeDefined()
  },
)

test('a new password has 12 to 128 characters', () => {
  expect(
    [11, 12, 128, 129].map((length) => checkNewPassword('x'.repeat(length)) === undefined),
  ).toEqual([false, true, true, false])
})
