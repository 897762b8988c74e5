import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { runSuite } from './run-suite.mjs'
import type { Suite } from './suites.mjs'

/** A suite that is a line of JavaScript; `report` is its report file. */
function suiteOf(name: string, code: string, minutes = 1): Suite {
  return {
    name: `self-test-${name}`,
    says: '',
    builds: [],
    venv: false,
    browsers: [],
    report: 'counts',
    start: (reportFile) => ({
      command: process.execPath,
      args: ['-e', `const report = ${JSON.stringify(reportFile)}; ${code}`],
    }),
    minutes,
    isBeside: false,
  }
}

const write = (passed: number, failed: number) =>
  `require('node:fs').writeFileSync(report, JSON.stringify({ passed: ${passed}, failed: ${failed} }));`

describe('runSuite', () => {
  test('counts what the suite reported', async () => {
    const { counts, note } = await runSuite(suiteOf('good', write(3, 0)))
    expect([counts.passed, counts.failed, note]).toEqual([3, 0, null])
  })

  test('a suite that crashes before its report counts as one failure', async () => {
    expect((await runSuite(suiteOf('crash', 'process.exit(3)'))).counts.failed).toBe(1)
  })

  test('a suite that crashes after its report counts as one failure more', async () => {
    expect(
      (await runSuite(suiteOf('late-crash', `${write(3, 0)} process.exit(3)`))).counts,
    ).toMatchObject({ passed: 3, failed: 1 })
  })

  test('an old report is never read again', async () => {
    await runSuite(suiteOf('stale', write(3, 0)))
    expect((await runSuite(suiteOf('stale', ''))).counts).toMatchObject({ passed: 0, failed: 1 })
  })

  test('a suite over its time is ended and counts as failed', async () => {
    const { counts, note } = await runSuite(
      suiteOf('endless', `${write(3, 0)} setInterval(() => {}, 1000)`, 0.005),
    )
    expect(counts.failed).toBe(1)
    expect(note).toMatch(/its limit$/)
  })

  test.runIf(process.platform !== 'win32')('who ends a run ends all suites under way', async () => {
    // Each holds a port: a process that is ended and not yet reaped still has its id.
    const endless =
      "require('node:http').createServer((_, answer) => answer.end()).listen(0, '127.0.0.1', function () { console.log(this.address().port) })"
    const run = `import(${JSON.stringify(new URL('run-suite.mjs', import.meta.url).href)}).then(({ runSuite }) => {
      for (const name of ['self-test-interrupted', 'self-test-interrupted-too'])
        void runSuite({ name, report: 'exit', minutes: 1,
          start: () => ({ command: process.execPath, args: ['-e', ${JSON.stringify(endless)}] }) })
      })`
    const child = spawn(process.execPath, ['-e', run], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const ports = () => said.split('\n').filter(Boolean).map(Number)
    await expect.poll(ports, { timeout: 5_000 }).toHaveLength(2)
    const answering = async () => {
      const answers = await Promise.allSettled(
        ports().map((port) => fetch(`http://127.0.0.1:${port}`)),
      )
      return answers.filter(({ status }) => status === 'fulfilled').length
    }
    expect(await answering()).toBe(2)
    child.kill('SIGTERM')
    const [code]: (number | null)[] = await once(child, 'exit')
    expect(code).toBe(130)
    await expect.poll(answering).toBe(0)
  })
})
