// What a smoke step does in the preview's document. Each function goes there as text, so it closes over nothing.
// @ts-check

/** What happens to this document is seen by the mark: another document has none. @param {null} _ */
export function markDocument(_) {
  Object.assign(globalThis, { isMarked: true })
}

/** @param {null} _ */
export function isMarked(_) {
  return 'isMarked' in globalThis
}

/** @param {null} _ */
export function goBack(_) {
  history.back()
}

/** Clicks an element as soon as it is there and React has taken it over. @param {string} selector */
export async function clickTaken(selector) {
  const deadline = Date.now() + 30_000
  for (;;) {
    const element = document.querySelector(selector)
    if (
      element instanceof HTMLElement &&
      Object.keys(element).some((key) => key.startsWith('__reactFiber$'))
    )
      return element.click()
    if (Date.now() > deadline) throw new Error(`React never took over ${selector}.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Fills the form of that marker and presses its button. @param {{ marker: string, text: string }} wanted */
export async function submitForm({ marker, text }) {
  const deadline = Date.now() + 30_000
  for (;;) {
    const form = document.querySelector(`form:has(input[name=marker][value=${marker}])`)
    const button = form?.querySelector('button')
    const field = form?.querySelector('input[name=text]')
    const isTaken =
      button &&
      !button.disabled &&
      Object.keys(button).some((key) => key.startsWith('__reactFiber$'))
    if (isTaken && field instanceof HTMLInputElement) {
      field.value = text
      return button.click()
    }
    if (Date.now() > deadline) throw new Error(`React never took over the form ${marker}.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
