// Whether the page is a part of another page: `/play/?embed`. The bar is short then, and the work is kept apart from what
// its reader does here otherwise.
import { DRIVEN, FILES_COME } from '../../automation/embed-messages.ts'

export const EMBED = 'embed'

const REFERENCE = 'reference'

/** `/play/?embed&reference=cors`: what a reference page runs. Null when the page shows something else. */
export function readReference(): string | null {
  return new URLSearchParams(window.location.search).get(REFERENCE)
}

export function isEmbedded(): boolean {
  return new URLSearchParams(window.location.search).has(EMBED)
}

/** `/play/?embed=driven`: the page around this one may drive it (decisions/0013). In a window of its own there is none. */
export function isDriven(): boolean {
  return (
    window.parent !== window && new URLSearchParams(window.location.search).get(EMBED) === DRIVEN
  )
}

/** The first files come from the page around this one. */
export function doFilesCome(): boolean {
  return new URLSearchParams(window.location.search).has(FILES_COME)
}

/** `?open=frontend/app/page.tsx`: the file to show first. */
export function readOpen(): string | null {
  return new URLSearchParams(window.location.search).get('open')
}

/** `?theme=dark`: as long as the frame is there. What the reader chose on the site is neither read nor changed. */
export function applyAskedTheme(): void {
  const theme = new URLSearchParams(window.location.search).get('theme')
  if (!isEmbedded() || (theme !== 'light' && theme !== 'dark')) return
  const root = document.documentElement
  root.classList.remove('light', 'dark')
  root.classList.add(theme)
  root.style.colorScheme = theme
}
