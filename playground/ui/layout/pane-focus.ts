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

function focusPane(pane: HTMLElement): string | null {
  const entry =
    pane.querySelector<HTMLElement>(
      '.monaco-editor .native-edit-context, .monaco-editor textarea.inputarea',
    ) ??
    pane.querySelector<HTMLElement>(
      '[role="treegrid"], [role="treeitem"][tabindex="0"], textarea',
    ) ??
    pane.querySelector<HTMLElement>(FOCUSABLE)
  entry?.focus()
  return pane.getAttribute('aria-label')
}
