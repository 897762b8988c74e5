import { expect, test } from 'vitest'
import type { Result } from '../test/run-suite.mjs'
import { upgradeReport } from './report.mjs'

const versions = { wanted: '16.4.4', present: '16.4.5' }
const result = (name: string, passed: number, failures: Result['failures'] = []): Result => ({
  name,
  counts: { passed, failed: failures.length, skipped: 0 },
  ms: 1500,
  note: null,
  failures,
})

test('says which release stood in for which, and counts', () => {
  const text = upgradeReport(versions, [result('build', 1), result('kernel', 60)])
  expect(text).toMatch(/^Next 16\.4\.4 in place of 16\.4\.5\n/)
  expect(text).toMatch(/^kernel\s+60\s+0\s+0\s+1\.5$/m)
  expect(text).toMatch(/\n61 passed, 0 failed$/)
})

test('a check that failed is one line: its suite, its name, the first line of its message', () => {
  const message = '\n\u001b[31mAssertionError: expected 404 to be 200\u001b[39m\n    at x.ts:1'
  const text = upgradeReport(versions, [result('kernel', 3, [{ name: 'redirects', message }])])
  expect(text).toContain('\n✗ kernel: redirects: AssertionError: expected 404 to be 200\n')
  expect(text).not.toContain('at x.ts')
})

test('a build that failed keeps a few lines', () => {
  const failure = { name: 'it ended with an error', message: 'Error: no module\n    for "next/x"' }
  expect(upgradeReport(versions, [result('build', 0, [failure])])).toContain(
    '✗ build: it ended with an error\n    Error: no module\n        for "next/x"',
  )
})
