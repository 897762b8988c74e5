import { describe, expect, test } from 'vitest'
import { explainVenvFailure } from './venv.mjs'

describe('explainVenvFailure', () => {
  test('a Debian without python3-venv is told which package to install', () => {
    expect(explainVenvFailure('ensurepip is not available').message).toMatch(
      /apt-get install python3-venv\) and run/,
    )
  })

  test('an index that does not answer is a missing network', () => {
    const output =
      'WARNING: Retrying … NewConnectionError: Failed to establish a new connection: [Errno 111]'
    expect(explainVenvFailure(output).message).toMatch(/index did not answer: go online/)
  })

  test('anything else keeps what pip said', () => {
    expect(explainVenvFailure('ERROR: No matching distribution').message).toContain(
      'No matching distribution',
    )
  })
})
