// AbortSignal.timeout (https://dom.spec.whatwg.org/#dom-abortsignal-timeout) by a clock that stands still while
// step-through holds a request: the learner's own fetch must not give up because somebody reads.

let heldBefore = 0
let heldSince: number | null = null

/** Milliseconds in all. */
function heldFor(): number {
  return heldBefore + (heldSince === null ? 0 : performance.now() - heldSince)
}

export function setHeld(isHeld: boolean): void {
  heldBefore = heldFor()
  heldSince = isHeld ? performance.now() : null
}

export function timeoutSignal(milliseconds: number): AbortSignal {
  const over = new AbortController()
  const start = performance.now() - heldFor()
  const check = () => {
    const left = milliseconds - (performance.now() - heldFor() - start)
    if (left > 0) setTimeout(check, left)
    else over.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'))
  }
  setTimeout(check, milliseconds)
  return over.signal
}
