// The order in which suites run: one after another, but those that may run beside others go two at a time. Each of them
// keeps one core busy, so a machine with two does both in little more than the time of the longer one.
// @ts-check

const LANES = 2

/** @typedef {{ readonly isBeside: boolean, readonly usesSite?: boolean }} Placed `usesSite`: it serves the site on its ports */

/**
 * @template {Placed} Suite
 * @template Result
 * @param {readonly Suite[]} suites
 * @param {(suite: Suite, isSecond: boolean) => Promise<Result>} run `isSecond`: another one shows its output already
 * @returns {Promise<Result[]>} in the order of `suites`
 */
export async function runInLanes(suites, run) {
  /** @type {Result[]} */
  const results = []
  const waiting = suites.map((suite, index) => ({ suite, index }))
  let isSiteInUse = false
  /** Those that go together: none overtakes one that runs alone. @param {boolean} isBeside */
  const readyOnes = (isBeside) => {
    const end = waiting.findIndex(({ suite }) => suite.isBeside !== isBeside)
    return waiting.slice(0, end === -1 ? waiting.length : end)
  }
  const takeNext = (/** @type {boolean} */ isBeside) => {
    const taken = readyOnes(isBeside).find(({ suite }) => !(isSiteInUse && suite.usesSite))
    if (taken) waiting.splice(waiting.indexOf(taken), 1)
    return taken ?? null
  }
  const drain = async (/** @type {boolean} */ isBeside, /** @type {boolean} */ isSecond) => {
    for (let taken = takeNext(isBeside); taken; taken = takeNext(isBeside)) {
      const { suite, index } = taken
      if (suite.usesSite) isSiteInUse = true
      results[index] = await run(suite, isSecond)
      if (suite.usesSite) isSiteInUse = false
    }
  }
  while (waiting.length > 0) {
    await drain(false, false)
    await Promise.all(Array.from({ length: LANES }, (_, lane) => drain(true, lane > 0)))
  }
  return results
}
