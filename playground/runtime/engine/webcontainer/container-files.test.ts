import { describe, expect, test } from 'vitest'
import { readCompileErrors } from './compile-errors.ts'
import { addedPackages, changesBetween, containerManifest, toTree } from './container-files.ts'

const SNAPSHOT = { next: '16.4.5', react: '19.3.1' }

describe('the container’s package.json', () => {
  test('names the whole snapshot, or npm would remove it, and no devDependencies', () => {
    const text = JSON.stringify({
      name: 'mine',
      dependencies: { nanoid: '^5', next: '15' },
      devDependencies: { vitest: '4' },
    })
    expect(JSON.parse(containerManifest(text, SNAPSHOT))).toEqual({
      name: 'mine',
      dependencies: { nanoid: '^5', ...SNAPSHOT },
      devDependencies: {},
    })
  })

  test('what the learner added is what the snapshot has not', () => {
    expect(addedPackages('{"dependencies":{"next":"16.4.5","nanoid":"^5"}}', SNAPSHOT)).toEqual([
      'nanoid@^5',
    ])
    expect(addedPackages('{ half typed', SNAPSHOT)).toEqual([])
    expect(addedPackages(undefined, SNAPSHOT)).toEqual([])
  })
})

test('flat paths become the tree that a container mounts', () => {
  expect(toTree({ 'app/page.tsx': 'page', 'app/(list)/a.ts': 'a', 'x.json': 'x' })).toEqual({
    app: {
      directory: {
        'page.tsx': { file: { contents: 'page' } },
        '(list)': { directory: { 'a.ts': { file: { contents: 'a' } } } },
      },
    },
    'x.json': { file: { contents: 'x' } },
  })
})

test('a new set of files is written as what differs, removals included', () => {
  expect(changesBetween({ a: '1', b: '2' }, { a: '1', c: '3' })).toEqual({ b: null, c: '3' })
})

test('a compile error of next dev names the learner’s file and line, and SWC’s sentence', () => {
  const head = './app/(list)/page.tsx\nError:   '
  const place = '[/home/frontend/app/(list)/page.tsx:12:7]'
  const messages = [
    `${head}× Unexpected token\n    ╭─${place}\n 12 │ <h1< >\n    ╰────`,
    `${head}x Unexpected token\n    ,-${place}\n 12 | <h1< >\n    \`----`,
  ]
  for (const message of messages)
    expect(readCompileErrors([{ message }])).toMatchObject([
      {
        end: 'next',
        message: 'Unexpected token',
        place: { file: 'frontend/app/(list)/page.tsx', line: 12, column: 7 },
        codeFrame: expect.stringContaining('<h1< >'),
      },
    ])
})
