// What a journey asks of a document. Each function goes there as text, so it closes over nothing.
import type { Place } from './driver.ts'

export interface Target {
  readonly selector: string
  /** A pattern for its name: its label, or else its text. */
  readonly name?: string
  /** Only once React has taken it over: before that a click does nothing. */
  readonly isTaken?: boolean
}

/** The middle of what a person would point at, when it can be seen and lies on top. */
export function findPlace({
  selector,
  name = '',
  isTaken = false,
}: Target): Place & { readonly problem: string | null } {
  const element = [...document.querySelectorAll(selector)].find((candidate) => {
    const label = candidate.getAttribute('aria-label') ?? candidate.textContent
    return (
      candidate.checkVisibility({ visibilityProperty: true }) &&
      new RegExp(name, 'u').test(label.trim().replace(/\s+/g, ' ')) &&
      (!isTaken || Object.keys(candidate).some((key) => key.startsWith('__reactFiber$')))
    )
  })
  if (!element) return { x: 0, y: 0, problem: 'there is none' }
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  // Of something larger than its pane, what the pane shows.
  let { left, top, right, bottom } = element.getBoundingClientRect()
  for (let above = element.parentElement; above; above = above.parentElement) {
    if (getComputedStyle(above).overflow === 'visible') continue
    const pane = above.getBoundingClientRect()
    left = Math.max(left, pane.left)
    top = Math.max(top, pane.top)
    right = Math.min(right, pane.right)
    bottom = Math.min(bottom, pane.bottom)
  }
  const place = { x: (left + right) / 2, y: (top + bottom) / 2 }
  const onTop = document.elementFromPoint(place.x, place.y)
  if (onTop && element.contains(onTop)) return { ...place, problem: null }
  const over = onTop?.outerHTML.slice(0, 80) ?? 'nothing: out of sight'
  return { ...place, problem: `it lies under ${over}` }
}

/** Where the preview lies in the page. */
export function findPreview(_: null): Place {
  const box = document.querySelector('iframe[title^="Preview"]')?.getBoundingClientRect()
  return { x: box?.x ?? 0, y: box?.y ?? 0 }
}

/** Waits until what can be seen holds the text: in the document, or in what the selector finds. */
export async function waitForSeen({
  source,
  selector,
  isGone,
  timeout,
}: {
  source: string
  selector: string
  isGone: boolean
  timeout: number
}): Promise<string | null> {
  const pattern = new RegExp(source, 'u')
  const deadline = Date.now() + timeout
  for (;;) {
    const text = [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // A list of lines is drawn line by line: a break is not part of what is read.
      .map((element) => element.innerText.replaceAll('\u00A0', ' '))
      .join('\n')
    if (pattern.test(text) !== isGone) return null
    if (Date.now() > deadline) return text.slice(0, 1200)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** The row of a file in the tree, or the deepest folder on the way to it that can be seen; those are named by levels. */
export function nameTreeRow(path: string): { readonly index: number; readonly isFile: boolean } {
  const rows = [...document.querySelectorAll('[role="treeitem"]')]
  const parents: string[] = []
  let best = { index: -1, isFile: false, length: 0 }
  for (const [index, row] of rows.entries()) {
    const level = Number(row.getAttribute('aria-level'))
    const name = (row.getAttribute('aria-label') ?? '').replace(/, changed$/, '')
    parents.length = level - 1
    parents.push(name)
    const here = parents.join('/')
    const isFile = here === path
    if ((isFile || path.startsWith(`${here}/`)) && here.length > best.length)
      best = { index, isFile, length: here.length }
  }
  return { index: best.index, isFile: best.isFile }
}

/** The name of the pane that has the focus. */
export function focusedPane(_: null): string {
  return document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label') ?? 'none'
}

/** The name of what has the focus, or null when that is not the editor of that file. */
export function isEditing(path: string): boolean {
  const focused = document.activeElement
  const label = focused?.getAttribute('aria-label') ?? ''
  return label.startsWith(`${path}.`)
}

export function chooseOption({ selector, value }: { selector: string; value: string }): void {
  const list = document.querySelector(selector)
  if (!(list instanceof HTMLSelectElement)) throw new Error(`${selector} is no list of options.`)
  list.value = value
  list.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Everything that can be tapped and is smaller than 24 px either way, but for links in running text (WCAG 2.5.8). */
export function smallTargets(_: null): readonly string[] {
  const all = document.querySelectorAll<HTMLElement>(
    'button, a[href], input, select, summary, [role="tab"], [role="treeitem"], [role="row"]',
  )
  return (
    [...all]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          !element.closest('.monaco-editor, [aria-hidden="true"]'),
      )
      .filter((element) => getComputedStyle(element).display !== 'inline')
      // A label is tapped for its box.
      .map((element) => {
        const box = (element.closest('label') ?? element).getBoundingClientRect()
        return { element, box }
      })
      // One that nobody can see has no size: a skip link, a field under its drawing.
      .filter(({ box }) => box.bottom > 0 && box.width > 1 && box.height > 1)
      .filter(({ box }) => Math.min(box.width, box.height) < 23.5)
      .map(
        ({ element, box }) =>
          `${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}: ${Math.round(box.width)} by ${Math.round(box.height)}`,
      )
  )
}

/** Pixels that the page is wider than the screen. */
export function widthBeyondScreen(_: null): number {
  return document.documentElement.scrollWidth - window.innerWidth
}

/** Whether the line of the caret in the plain editor lies on the screen, not under its edge or under what sticks there. */
export function caretInSight(_: null): boolean {
  const field = document.activeElement
  if (!(field instanceof HTMLTextAreaElement)) return false
  const style = getComputedStyle(field)
  const above = field.value.slice(0, field.selectionStart).split('\n').length
  const height = Number.parseFloat(style.lineHeight)
  const bottom =
    field.getBoundingClientRect().top + Number.parseFloat(style.paddingTop) + above * height
  const box = field.getBoundingClientRect()
  const onTop = document.elementFromPoint(Math.max(1, box.x) + 20, bottom - height / 2)
  return bottom <= window.innerHeight && onTop === field
}

/** In place of a pointer. */
export function clickByProgram({ selector, name = '' }: Target): void {
  const element = [...document.querySelectorAll<HTMLElement>(selector)].find((candidate) =>
    new RegExp(name, 'u').test(candidate.getAttribute('aria-label') ?? candidate.textContent),
  )
  element?.focus()
  element?.click()
}

/** In place of keys: React hears only what did not come by its own setter. */
export function fillByProgram({ selector, text }: { selector: string; text: string }): void {
  const field = document.querySelector(selector)
  if (!(field instanceof HTMLInputElement)) throw new Error(`${selector} is no field.`)
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
