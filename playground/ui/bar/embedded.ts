// Whether the page is a part of another page: `/play/?embed`. The bar is short then, and the work is kept apart from what
// its reader does here otherwise.
export const EMBED = 'embed'

export function isEmbedded(): boolean {
  return new URLSearchParams(window.location.search).has(EMBED)
}
