// `focus()` in the learner's page: alone in its window it moves the keys within the page; in the preview it would take them
// from someone who types in the editor, as Next's error overlay does when half-typed code fails. So what asks for the
// focus while the page has none gets it when a person goes to the page.

export function waitForFocus(page: Window & typeof globalThis): void {
  const { prototype } = page.HTMLElement
  const { focus } = prototype
  let wanted: (() => void) | null = null
  prototype.focus = function (this: HTMLElement, options?: FocusOptions) {
    if (page.document.hasFocus()) return focus.call(this, options)
    wanted = () => focus.call(this, options)
  }
  page.addEventListener('focus', ({ target }) => {
    if (target !== page) return
    wanted?.()
    wanted = null
  })
}
