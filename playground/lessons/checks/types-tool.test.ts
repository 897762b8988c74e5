import { expect, test } from 'vitest'
import { MismatchError } from './mismatch.ts'
import { createTypesTool } from './types-tool.ts'

const problem = { code: 2339, message: 'Property id does not exist.', line: 4, column: 9 }

test('a file without problems agrees', async () => {
  await expect(createTypesTool(async () => []).agree('frontend/app/page.tsx')).resolves.toBe(
    undefined,
  )
})

test('lines of a check are asked about under a name of their own, with their text', async () => {
  const asked: unknown[] = []
  const types = createTypesTool(async (...question) => {
    asked.push(question)
    return [problem]
  })
  expect(await types.problemsOf('const one: 1 = 2')).toEqual([problem])
  await types.problems('frontend/app/page.tsx')
  expect(asked).toEqual([
    ['frontend/asked-by-a-check.ts', 'const one: 1 = 2'],
    ['frontend/app/page.tsx'],
  ])
})

test('the first problem is what was got, and where to look', async () => {
  const types = createTypesTool(async () => [problem, { ...problem, line: 9 }])
  const failure = await types.agree('frontend/app/page.tsx').catch((cause: unknown) => cause)
  expect(failure).toBeInstanceOf(MismatchError)
  expect(failure).toMatchObject({
    mismatch: {
      got: 'line 4, error TS2339: “Property id does not exist.”',
      where: { type: 'code', place: { file: 'frontend/app/page.tsx', line: 4, column: 9 } },
    },
  })
})
