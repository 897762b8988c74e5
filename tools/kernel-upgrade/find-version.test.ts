import { describe, expect, test } from 'vitest'
import { findVersion, readArguments, USAGE } from './find-version.mjs'

const answering =
  (stdout: string, code = 0, stderr = '') =>
  async () => ({ code, stdout, stderr })

describe('which release is meant', () => {
  test('an exact version is itself', async () => {
    expect(await findVersion('16.4.4', answering('"16.4.4"\n'))).toBe('16.4.4')
  })

  test('a range is its newest', async () => {
    expect(await findVersion('16.3.x', answering('["16.3.0","16.3.8"]'))).toBe('16.3.8')
  })

  test('npm is asked for that package alone', async () => {
    const asked: string[][] = []
    await findVersion('canary', async (args) => {
      asked.push(args)
      return { code: 0, stdout: '"16.5.0-canary.1"', stderr: '' }
    })
    expect(asked).toEqual([['view', 'next@canary', 'version', '--json']])
  })

  test.each([
    ['an unknown version', answering('{"error":{"code":"E404"}}', 1, 'npm error code E404')],
    ['a range that holds nothing', answering('')],
    ['an empty list', answering('[]')],
  ])('%s is one sentence', async (_, ask) => {
    await expect(findVersion('99.0.0', ask)).rejects.toMatchObject({
      name: 'MissingRequirement',
      message: expect.stringMatching(/^There is no Next 99\.0\.0 .*npm view next versions/),
    })
  })

  test('without a network the sentence says to go online', async () => {
    const ask = answering('', 1, 'npm error code ENOTFOUND')
    await expect(findVersion('16.4.4', ask)).rejects.toMatchObject({
      name: 'MissingRequirement',
      message: expect.stringContaining('go online'),
    })
  })

  test("any other failure has npm's own words", async () => {
    const ask = answering('', 1, 'npm error code EACCES\nnpm error not yours')
    await expect(findVersion('16.4.4', ask)).rejects.toThrow(/npm view failed.*EACCES/)
  })
})

describe('the arguments', () => {
  test.each([[[]], [['--keep']], [['16.4.4', '16.4.3']], [['-g']], [['https://example.com/x']]])(
    '%j says how the command is used',
    (args: string[]) => {
      expect(() => readArguments(args)).toThrow(USAGE)
    },
  )

  test('the folder is kept when asked for', () => {
    expect(readArguments(['16.4.4'])).toEqual({ wanted: '16.4.4', isKept: false })
    expect(readArguments(['--keep', '^16.3.0'])).toEqual({ wanted: '^16.3.0', isKept: true })
  })
})
