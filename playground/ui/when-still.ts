// Waits until the page has nothing to do.

/** `deadline` in milliseconds: a page that is never still gets it then. Safari has no requestIdleCallback; there the next
 * task is the best guess. Gives back what takes the wait back. */
export function whenStill(then: () => void, deadline: number): () => void {
  if ('requestIdleCallback' in window) {
    const handle = window.requestIdleCallback(then, { timeout: deadline })
    return () => window.cancelIdleCallback(handle)
  }
  const timer = setTimeout(then, 0)
  return () => clearTimeout(timer)
}
