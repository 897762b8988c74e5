// Runs build steps in the order that their needs ask for, a few at a time.
// @ts-check

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} needs names of steps that must have ended
 * @property {() => Promise<unknown>} run
 */

/**
 * Stops starting steps at the first failure, waits for those under way, and rejects with that failure.
 * @param {readonly Step[]} steps
 * @param {number} [lanes] how many run at once
 * @returns {Promise<void>}
 */
export async function runSteps(steps, lanes = 2) {
  refuseImpossible(steps)
  const done = new Set()
  const started = new Set()
  /** @type {{ cause: unknown } | null} */
  let failed = null
  /** @type {Set<Promise<void>>} */
  const running = new Set()
  while (done.size < steps.length) {
    const ready = steps.filter(
      ({ name, needs }) => !started.has(name) && needs.every((need) => done.has(need)),
    )
    for (const { name, run } of failed ? [] : ready.slice(0, lanes - running.size)) {
      started.add(name)
      const job = run()
        .then(
          () => void done.add(name),
          (cause) => {
            failed ??= { cause }
          },
        )
        .finally(() => running.delete(job))
      running.add(job)
    }
    if (running.size === 0) break
    await Promise.race(running)
  }
  if (failed !== null) throw /** @type {{ cause: unknown }} */ (failed).cause
}

/** @param {readonly Step[]} steps */
function refuseImpossible(steps) {
  const reachable = new Set()
  for (let grown = true; grown;) {
    const next = steps.filter(
      ({ name, needs }) => !reachable.has(name) && needs.every((need) => reachable.has(need)),
    )
    for (const { name } of next) reachable.add(name)
    grown = next.length > 0
  }
  const stuck = steps.filter(({ name }) => !reachable.has(name)).map(({ name }) => name)
  if (stuck.length > 0) throw new Error(`These steps can never start: ${stuck.join(', ')}.`)
}
