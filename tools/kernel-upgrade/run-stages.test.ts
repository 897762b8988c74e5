import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runStages } from './run-stages.mjs'
import { stagesFor, type Stage } from './stages.mjs'

let copy: string
beforeEach(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'run-stages-')))
})
afterEach(() => rmSync(copy, { recursive: true, force: true }))

/** A stage that is a line of JavaScript. */
function stageOf(name: string, isNeeded: boolean, code: string): Stage {
  const start = () => ({ command: process.execPath, args: ['-e', code] })
  return { name, says: `says ${name}`, isNeeded, start, report: 'exit', minutes: 1 }
}

async function run(stages: readonly Stage[]) {
  const lines: string[] = []
  const place = { copy, folder: join(copy, 'logs'), log: (line: string) => void lines.push(line) }
  return { lines, results: await runStages(stages, place) }
}

test('each stage runs in the copy, is announced, and says how it ended', async () => {
  const inCopy = `process.exit(process.cwd() === ${JSON.stringify(copy)} ? 0 : 1)`
  const { lines, results } = await run([stageOf('a', true, inCopy), stageOf('b', false, inCopy)])
  expect(lines).toEqual(['a: says a', 'a: 1 passed', 'b: says b', 'b: 1 passed'])
  expect(results.map(({ counts }) => counts.passed)).toEqual([1, 1])
})

test('after a failed build nothing is checked, and the report says why', async () => {
  const { results } = await run([
    stageOf('build', true, 'throw new Error("no module for the import")'),
    stageOf('kernel', false, ''),
  ])
  expect(results.map(({ counts }) => counts)).toMatchObject([
    { failed: 1 },
    { failed: 0, skipped: 1 },
  ])
  expect(results[0]?.failures[0]?.message).toMatch(/^Error: no module for the import/)
  expect(results[1]?.note).toBe('not run: build failed')
})

test('a failed check stops no other', async () => {
  const { results } = await run([
    stageOf('units', false, 'process.exit(1)'),
    stageOf('kernel', false, ''),
  ])
  expect(results.map(({ counts }) => [counts.passed, counts.failed])).toEqual([
    [0, 1],
    [1, 0],
  ])
})

test('what is checked is every suite that needs the kernel and nothing else', async () => {
  const { allSuites } = await import('../test/suites.mjs')
  const ofKernel = allSuites()
    .filter(({ builds }) => builds.length > 0)
    .filter(({ builds }) => builds.every((name) => name === 'kernel' || name === 'starters'))
    .map(({ name }) => name)
  const checked = stagesFor('1.2.3')
    .map(({ name }) => name)
    .filter((name) => name !== 'starters')
  expect(ofKernel.length).toBeGreaterThan(0)
  expect(checked).toEqual(expect.arrayContaining(ofKernel))
})
