// Gives Python's event loop its turns (both_ends/patches/turn_loop.py). Runs in the backend worker.
// A turn runs all that is ready; in between, messages come in. It knows nothing of what runs.

export interface EventLoop {
  /** Call after anything that gave Python work to do: it is begun at once. Inside a turn it does nothing. */
  turn(): void
}

/** `run` answers with the milliseconds until it has more to do; -1 for never. */
export function createEventLoop(run: () => number): EventLoop {
  const { port1, port2 } = new MessageChannel()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false

  const turn = () => {
    if (running) return
    running = true
    try {
      plan(run())
    } finally {
      running = false
    }
  }
  const plan = (delay: number) => {
    clearTimeout(timer)
    // A message comes at once; a timer of 0 ms may wait for 4.
    if (delay >= 0 && delay < 1) port2.postMessage(null)
    else if (delay >= 1) timer = setTimeout(turn, delay)
  }
  port1.onmessage = turn
  return { turn }
}
