// F6: the panes in the page's order, and moving the focus from one to the next. Each pane is an element with
// `data-pane`; inside it, `data-pane-entry` says what takes the focus, or the first thing that can.
const FOCUSABLE =
  'button:not([disabled]), [href], input:not([disabled]), select, textarea, [tabindex="0"]'

/** The answer is the pane's name for the live region; null when there is nowhere to go. */
export function focusNextPane(root: HTMLElement, backwards: boolean): string | null {
  const panes = [...root.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null && !pane.inert,
  )
  if (panes.length === 0) return null
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const step = backwards ? -1 : 1
  const next = panes[(at + step + panes.length) % panes.length] ?? panes[0]
  return next ? focusPane(next) : null
}

export function focusPaneNamed(root: HTMLElement, name: string): string | null {
  const pane = root.querySelector<HTMLElement>(`[data-pane="${name}"]`)
  return pane ? focusPane(pane) : null
}

/** In this order; the first that takes the focus has it. What is hidden does not, and a text may hold nothing else. */
const ENTRIES = [
  '.monaco-editor .native-edit-context, .monaco-editor textarea.inputarea',
  '[role="treegrid"], [role="treeitem"][tabindex="0"], textarea',
  FOCUSABLE,
]

function focusPane(pane: HTMLElement): string | null {
  const entries = ENTRIES.flatMap((selector) => [...pane.querySelectorAll<HTMLElement>(selector)])
  if (!entries.some(takesFocus)) {
    pane.tabIndex = -1
    pane.focus()
  }
  return pane.getAttribute('aria-label')
}

function takesFocus(element: HTMLElement): boolean {
  element.focus()
  return document.activeElement === element
}
