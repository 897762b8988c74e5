// Python's clock, moved for a lesson about expiry: time.time() and datetime.now() ask Date.now() of the worker, which
// Pyodide looks up at each call. Runs in the backend worker. time.monotonic() and the event loop are not moved.

export interface WallClock {
  now(): number
}

/** Answers with what sets the clock ahead; 0 puts it right. */
export function createMovableClock(clock: WallClock = Date): (ahead: number) => void {
  const real = clock.now.bind(clock)
  return (ahead) => {
    clock.now = () => real() + ahead
  }
}
