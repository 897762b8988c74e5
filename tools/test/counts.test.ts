import { describe, expect, test } from 'vitest'
import { countTests } from './counts.mjs'

describe('countTests', () => {
  test('no report is one failure, even with exit code 0', () => {
    expect(countTests('vitest', null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('a program without tests passed when it ended with 0', () => {
    expect(countTests('exit', null, 0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(countTests('exit', null, 3)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('half a report is one failure', () => {
    expect(countTests('playwright', '{"stats":', 1).failed).toBe(1)
  })

  test('a run that found no tests is one failure', () => {
    expect(countTests('counts', '{"passed":0,"failed":0}', 0).failed).toBe(1)
  })

  test('a failing exit code with only passing tests is one failure: something outside the tests threw', () => {
    expect(countTests('counts', '{"passed":4,"failed":0}', 1)).toEqual({
      passed: 4,
      failed: 1,
      skipped: 0,
    })
  })

  test('Vitest: a file that does not import counts beside the tests that fail', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    }
    expect(countTests('vitest', JSON.stringify(report), 1)).toEqual({
      passed: 7,
      failed: 2,
      skipped: 0,
    })
  })

  test('Playwright: a flaky test and an error outside tests are failures', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] }
    expect(countTests('playwright', JSON.stringify(report), 1)).toEqual({
      passed: 5,
      failed: 3,
      skipped: 2,
    })
  })

  test('pytest: errors in fixtures are failures', () => {
    const report =
      '<testsuites><testsuite name="pytest" errors="1" failures="2" skipped="1" tests="10" time="1">'
    expect(countTests('junit', report, 1)).toEqual({ passed: 6, failed: 3, skipped: 1 })
  })

  test('an example: pytest and node --test are added up', () => {
    const output =
      '....\n4 passed in 0.31s\n\n— both ends\nℹ tests 3\nℹ pass 2\nℹ fail 1\nℹ skipped 0\n'
    expect(countTests('example', output, 1)).toEqual({ passed: 6, failed: 1, skipped: 0 })
  })
})
