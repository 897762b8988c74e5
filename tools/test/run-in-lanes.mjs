// The order in which suites run: one after another, but those that may run beside others go two at a time. Each of them
// keeps one core busy, so a machine with two does both in little more than the time of the longer one.
// @ts-check

const LANES = 2

/**
 * @template {{ readonly isBeside: boolean }} Suite
 * @template Result
 * @param {readonly Suite[]} suites
 * @param {(suite: Suite, isSecond: boolean) => Promise<Result>} run `isSecond`: another one shows its output already
 * @returns {Promise<Result[]>} in the order of `suites`
 */
export async function runInLanes(suites, run) {
  /** @type {Result[]} */
  const results = []
  let next = 0
  const takeNext = (/** @type {boolean} */ isBeside) => {
    const index = next
    const suite = suites[index]
    if (suite?.isBeside !== isBeside) return null
    next += 1
    return { index, suite }
  }
  const drain = async (/** @type {boolean} */ isBeside, /** @type {boolean} */ isSecond) => {
    for (let taken = takeNext(isBeside); taken; taken = takeNext(isBeside))
      results[taken.index] = await run(taken.suite, isSecond)
  }
  while (next < suites.length) {
    await drain(false, false)
    await Promise.all(Array.from({ length: LANES }, (_, lane) => drain(true, lane > 0)))
  }
  return results
}
