// The same apps on real servers and in the playground: every request of the transcripts must be answered alike, but for
// the differences that content/docs/what-is-real.mdx lists.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT } from '../../tools/build/build-if-changed.mjs'
import { findRow, findStaleRows, readAcceptedRows } from './accepted.ts'
import type { ExampleName, Flavour, Side, Step } from './exchange.ts'
import { startPlaygroundSide } from './playground-side.ts'
import { startRealSide } from './real-side.ts'
import {
  compareSides,
  showDifference,
  type Comparison,
  type FoundDifference,
} from './run-transcript.ts'
import { directoryTranscript } from './transcript-directory.ts'
import { helloTranscript } from './transcript-hello.ts'
import { userCrudTranscript } from './transcript-user-crud.ts'

const FOUND = join(ROOT, 'build', 'parity', 'found')
const transcripts: Readonly<Record<ExampleName, readonly Step[]>> = {
  hello: helloTranscript,
  directory: directoryTranscript,
  'user-crud': userCrudTranscript,
}
const examples = ['hello', 'directory', 'user-crud'] as const
const flavours = ['production', 'development'] as const

test.describe.configure({ mode: 'default' })

async function runPair(
  flavour: Flavour,
  example: ExampleName,
  startHere: () => Promise<Side>,
): Promise<Comparison> {
  const sides: Side[] = []
  try {
    const real = await startRealSide(example, flavour)
    sides.push(real)
    const here = await startHere()
    sides.push(here)
    return await compareSides({ flavour, example, real, here }, transcripts[example])
  } finally {
    await Promise.all(sides.map((side) => side.stop()))
  }
}

test('two real servers answer alike: the normalisation lets no noise through', async () => {
  const { found } = await runPair('production', 'directory', () =>
    startRealSide('directory', 'production'),
  )
  expect(found.map(showDifference)).toEqual([])
})

for (const flavour of flavours) {
  for (const example of examples) {
    const real = flavour === 'production' ? 'next start' : 'next dev'
    test(`${example}, ${flavour} flavour, answers as ${real} and uvicorn do`, async ({ page }) => {
      const file = join(FOUND, `${flavour}-${example}.json`)
      rmSync(file, { force: true })
      const { found, answers } = await runPair(flavour, example, () =>
        startPlaygroundSide(page, example, flavour),
      )
      mkdirSync(FOUND, { recursive: true })
      writeFileSync(file, JSON.stringify(found, null, 1))
      writeFileSync(file.replace('.json', '.answers.json'), JSON.stringify(answers, null, 1))
      const rows = readAcceptedRows()
      expect(found.filter(({ key }) => findRow(rows, key) === null).map(showDifference)).toEqual([])
    })
  }
}

test('every accepted difference is still there', () => {
  const keys = flavours
    .flatMap((flavour) => examples.map((example) => join(FOUND, `${flavour}-${example}.json`)))
    .flatMap((file) => {
      const found: FoundDifference[] = JSON.parse(readFileSync(file, 'utf8'))
      return found.map(({ key }) => key)
    })
  expect(findStaleRows(readAcceptedRows(), ['*', ...examples], keys)).toEqual([])
})

test('at least sixty requests are compared, and eighty of user-crud', () => {
  expect(helloTranscript.length + directoryTranscript.length).toBeGreaterThanOrEqual(60)
  expect(userCrudTranscript.length).toBeGreaterThanOrEqual(80)
})
