import { expect, test } from 'vitest'
import { encodeWithForm, hiddenFields } from './forms.ts'

const form =
  '<form><input type="hidden" name="next" value="/a&amp;b"/><button>Sign out</button></form>'

test('hidden fields are those of the form, not of what scripts say about it', () => {
  const html = `<p>No form</p><script>push("<form>Sign out")</script><form>Other</form>${form}`
  expect(hiddenFields(html, 'Sign out')).toEqual({ next: '/a&b' })
  expect(() => hiddenFields(`Sign out${form}`, 'Sign in')).toThrow(
    'No form on the page holds Sign in.',
  )
})

test('fields of a form that is an argument come before the arguments, as React sends them', () => {
  const { body = '' } = encodeWithForm(['bound'], { title: 'T', text: 'U' })
  const names = [...body.matchAll(/name="([^"]*)"/g)].map(([, name]) => name)
  expect(names).toEqual(['_1_title', '_1_text', '0'])
  expect(body).toContain('["bound","$K1"]')
})
