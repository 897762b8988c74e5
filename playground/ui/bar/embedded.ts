// Whether the page is a part of another page: `/play/?embed`. The bar is short then, and the work is kept apart from what
// its reader does here otherwise.
export const EMBED = 'embed'

const REFERENCE = 'reference'

/** `/play/?embed&reference=cors`: what a reference page runs. Null when the page shows something else. */
export function readReference(): string | null {
  return new URLSearchParams(window.location.search).get(REFERENCE)
}

export function isEmbedded(): boolean {
  return new URLSearchParams(window.location.search).has(EMBED)
}
