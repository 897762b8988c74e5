// Keeps the focus in the editor when a page in the preview takes it by script: Next's error overlay focuses itself, and
// would swallow the keys of someone who is typing. A click into the preview, Tab and F6 still go there.
// Chromium's `focus-without-user-activation` policy would do it; remove this when browsers have it.
import { isTextField } from '../keys.ts'
import { CODE_FIELD } from '../layout/pane-focus.ts'

/** Milliseconds after a key in which a person counts as typing. */
const TYPING_MS = 10_000
/** Tab and F6 move the focus at once. */
const MOVING_MS = 200
/** A page that insists gets it: two scripts must not fight. A page that is shown anew does not insist. */
const MOST_TIMES = 3
const INSISTING_MS = 500

export function keepFocusWhileTyping(): () => void {
  let field: HTMLElement | null = null
  let key = ''
  let keyAt = 0
  let times = 0
  let tookAt = 0
  const onKeyDown = (event: KeyboardEvent) => {
    key = event.key
    keyAt = performance.now()
    times = 0
    field = event.target instanceof HTMLElement && isTextField(event.target) ? event.target : null
  }
  const onPointerDown = () => {
    field = null
  }
  const onBlur = () => {
    const frame = document.activeElement
    if (!(frame instanceof HTMLIFrameElement) || frame.closest('[data-preview]') === null) return
    const now = performance.now()
    const passed = now - keyAt
    if (now - tookAt > INSISTING_MS) times = 0
    tookAt = now
    const moved = (key === 'Tab' || key === 'F6') && passed < MOVING_MS
    if (
      field === null ||
      moved ||
      passed > TYPING_MS ||
      frame.matches(':hover') ||
      times >= MOST_TIMES
    )
      return
    times += 1
    setTimeout(takeBack, 0, openField(field))
  }
  window.addEventListener('keydown', onKeyDown, true)
  window.addEventListener('pointerdown', onPointerDown, true)
  window.addEventListener('blur', onBlur)
  return () => {
    window.removeEventListener('keydown', onKeyDown, true)
    window.removeEventListener('pointerdown', onPointerDown, true)
    window.removeEventListener('blur', onBlur)
  }
}

/**
 * Called when the blur is over. Within it the document would hold the field for focused while the keys still go to the
 * page in the preview, and no second blur would come.
 */
function takeBack(field: HTMLElement): void {
  field.blur()
  window.focus()
  field.focus()
}

/** A box of the editor (find, go to line) may have closed since its last key: the code has the keys then. */
function openField(field: HTMLElement): HTMLElement {
  if (field.checkVisibility()) return field
  return field.closest('[data-pane]')?.querySelector<HTMLElement>(CODE_FIELD) ?? field
}
