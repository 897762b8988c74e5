import { expect, test, vi } from 'vitest'
import { waitForFocus } from './guest-focus.ts'

/** A page of its own, so that no other test's `focus` is changed. */
async function openPage() {
  const frame = document.createElement('iframe')
  frame.srcdoc = '<input name="first"><input name="second">'
  document.body.append(frame)
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  const page = frame.contentWindow as (Window & typeof globalThis) | null
  if (!page) throw new Error('The frame has no window.')
  const has = vi.spyOn(page.document, 'hasFocus').mockReturnValue(false)
  waitForFocus(page)
  const field = (name: string) => page.document.querySelector<HTMLElement>(`[name=${name}]`)
  const name = () => page.document.activeElement?.getAttribute('name') ?? null
  return { page, has, field, name }
}

test('a page without the focus does not take it, and gets its last wish when it is given the focus', async () => {
  const { page, field, name } = await openPage()
  field('first')?.focus()
  field('second')?.focus()
  expect(name()).toBeNull()
  page.dispatchEvent(new FocusEvent('focus'))
  expect(name()).toBe('second')
})

test('a page with the focus moves it at once', async () => {
  const { has, field, name } = await openPage()
  has.mockReturnValue(true)
  field('first')?.focus()
  expect(name()).toBe('first')
})
