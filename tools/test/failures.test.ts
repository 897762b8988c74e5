import { expect, test } from 'vitest'
import { failureText, findFailures } from './failures.mjs'

test('vitest: each failed test by its name, and a file that could not be imported', () => {
  const report = JSON.stringify({
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'good' },
          { status: 'failed', fullName: 'bad', failureMessages: ['expected 1 to be 2\nat a:1'] },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ],
  })
  expect(findFailures('vitest', report, '')).toEqual([
    { name: 'bad', message: 'expected 1 to be 2\nat a:1' },
    { name: 'b.test.ts', message: 'no such module' },
  ])
})

test('playwright: specs at any depth, and what went wrong before them', () => {
  const spec = (title: string, ok: boolean, message?: string) => ({
    title,
    tests: [
      {
        status: ok ? 'expected' : 'unexpected',
        results: [{ errors: message === undefined ? [] : [{ message }] }],
      },
    ],
  })
  const report = JSON.stringify({
    errors: [{ message: 'no browser' }],
    suites: [{ specs: [spec('fine', true)], suites: [{ specs: [spec('deep', false, 'why')] }] }],
  })
  expect(findFailures('playwright', report, '')).toEqual([
    { name: 'before any test', message: 'no browser' },
    { name: 'deep', message: 'why', shown: '' },
  ])
})

test('playwright: what the page showed when the test failed', () => {
  const attachment = (name: string, text: string) => ({ name, body: btoa(text) })
  const results = [
    {
      errors: [{ message: 'not visible' }],
      attachments: [attachment('trace', 'not this'), attachment('what was shown', 'Sign in')],
    },
  ]
  const report = JSON.stringify({
    errors: [],
    suites: [{ specs: [{ title: 'guest', tests: [{ status: 'unexpected', results }] }] }],
  })
  const failures = findFailures('playwright', report, '')
  expect(failures).toEqual([{ name: 'guest', message: 'not visible', shown: 'Sign in' }])
  expect(failureText('e2e', failures)).toBe('✗ e2e: guest\n    not visible\n    Sign in')
})

test('playwright: of one spec in two projects, the one that failed', () => {
  const passed = { status: 'expected', results: [{ errors: [] }] }
  const failed = { status: 'unexpected', results: [{ errors: [{ message: 'in Firefox' }] }] }
  const report = JSON.stringify({
    errors: [],
    // `ok` as Playwright has it: of the first of the two.
    suites: [{ specs: [{ title: 'frame', ok: true, tests: [passed, failed] }] }],
  })
  const found = [{ name: 'frame', message: 'in Firefox', shown: '' }]
  expect(findFailures('playwright', report, '')).toEqual(found)
})

test('no report, half of one, or one that names nothing: the end of what was printed', () => {
  for (const report of [null, '{"testResults":'])
    expect(findFailures('vitest', report, 'one\ntwo\n')[0]?.message).toBe('one\ntwo')
  expect(findFailures('counts', '{"failed":1}', 'FAIL lint')[0]?.message).toBe('FAIL lint')
})

test('printed short, without colours', () => {
  const message = `\u001B[31m${'x'.repeat(2000)}\u001B[39m\n\n${'line\n'.repeat(50)}`
  const lines = failureText('units', [{ name: 'bad', message }]).split('\n')
  expect(lines[0]).toBe('✗ units: bad')
  expect(lines).toHaveLength(13)
  expect(lines[1]).toBe(`    ${'x'.repeat(240)}`)
})

test('a program without tests: from the line that names its error', () => {
  const thrown = "file:///a.mjs:3\n  throw new Error('no')\n\nError: no\n    at a:3\n"
  expect(findFailures('exit', null, thrown)[0]?.message).toBe('Error: no\n    at a:3\n')
  const npm = 'npm warn old\nnpm error code ENOTFOUND\nnpm error network'
  expect(findFailures('exit', null, npm)[0]?.message).toMatch(/^npm error code ENOTFOUND/)
  expect(findFailures('exit', null, 'killed')[0]?.message).toBe('killed')
})
