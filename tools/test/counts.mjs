// How many tests passed and failed, read from what each tool reports. A report that is missing or that disagrees
// with the exit code counts as one failure: silence is never success.
// @ts-check

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @typedef {'vitest' | 'playwright' | 'junit' | 'counts' | 'example' | 'exit'} ReportKind `exit`: no tests, it ended well or it did not */

/** @type {Record<Exclude<ReportKind, 'exit'>, (report: string) => Counts>} */
const readers = {
  vitest: readVitest,
  playwright: readPlaywright,
  junit: readJunit,
  counts: readCounts,
  example: readExample,
}

/**
 * @param {ReportKind} kind
 * @param {string | null} report text of the report, or null when there is none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countTests(kind, report, exitCode) {
  if (kind === 'exit')
    return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 }
  const counts = readOrNull(kind, report)
  if (counts === null) return { passed: 0, failed: 1, skipped: 0 }
  const nothingRan = counts.passed + counts.failed + counts.skipped === 0
  const silent = exitCode !== 0 && counts.failed === 0
  return nothingRan || silent ? { ...counts, failed: counts.failed + 1 } : counts
}

/** @param {keyof typeof readers} kind @param {string | null} report */
function readOrNull(kind, report) {
  if (report === null) return null
  try {
    return readers[kind](report)
  } catch {
    return null // half a report, from a runner that crashed: the caller counts it as a failure
  }
}

/** @param {string} report @returns {Counts} */
function readVitest(report) {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(report)
  // A file that could not even be imported has no tests to fail.
  const brokenFiles = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles, skipped: numPendingTests }
}

/** @param {string} report @returns {Counts} */
function readPlaywright(report) {
  const { stats, errors } = JSON.parse(report)
  // Flaky is a failure that went away when asked twice; we ask once.
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

/** @param {string} report @returns {Counts} */
function readJunit(report) {
  const suites = [...report.matchAll(/<testsuite\s[^>]*>/g)].map(([tag]) => tag)
  const sum = (/** @type {string} */ name) =>
    suites.reduce(
      (total, tag) => total + Number(new RegExp(`\\b${name}="(\\d+)"`).exec(tag)?.[1] ?? 0),
      0,
    )
  const failed = sum('failures') + sum('errors')
  const skipped = sum('skipped')
  return { passed: sum('tests') - failed - skipped, failed, skipped }
}

/** @param {string} report @returns {Counts} */
function readCounts(report) {
  const { passed, failed, skipped } = JSON.parse(report)
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped ?? 0) }
}

/**
 * What an example's own `npm test` prints: pytest's last line and the summary of node --test.
 * @param {string} output
 * @returns {Counts}
 */
function readExample(output) {
  const sum = (/** @type {RegExp[]} */ ...patterns) =>
    patterns
      .flatMap((pattern) => [...output.matchAll(pattern)])
      .reduce((total, match) => total + Number(match[1]), 0)
  return {
    passed: sum(/(\d+) passed\b/g, /^(?:#|ℹ) pass (\d+)$/gm),
    failed: sum(/(\d+) failed\b/g, /(\d+) errors?\b in/g, /^(?:#|ℹ) fail (\d+)$/gm),
    skipped: sum(/(\d+) skipped\b/g, /^(?:#|ℹ) skipped (\d+)$/gm),
  }
}
