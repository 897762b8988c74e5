// Waits until the page has nothing better to do. WebKit has no requestIdleCallback (browsers.md), and a hidden frame is
// never told that it is idle: a moment, there.

/** Milliseconds after which it is taken for idle all the same. */
const PATIENCE = 5000
const MOMENT = 50

export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (window.parent === window && typeof requestIdleCallback === 'function')
      requestIdleCallback(() => resolve(), { timeout: PATIENCE })
    else setTimeout(resolve, MOMENT)
  })
}
