import { expect, test } from 'vitest'
import { hiddenFields } from './forms.ts'

const form =
  '<form><input type="hidden" name="next" value="/a&amp;b"/><button>Sign out</button></form>'

test('hidden fields are those of the form, not of what scripts say about it', () => {
  const html = `<p>No form</p><script>push("<form>Sign out")</script><form>Other</form>${form}`
  expect(hiddenFields(html, 'Sign out')).toEqual({ next: '/a&b' })
  expect(() => hiddenFields(`Sign out${form}`, 'Sign in')).toThrow(
    'No form on the page holds Sign in.',
  )
})
