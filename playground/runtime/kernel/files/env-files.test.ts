import { expect, test } from 'vitest'
import { readEnvironment } from './env-files.ts'

const read = (
  files: Record<string, string>,
  given: Record<string, string> = {},
  flavour: 'development' | 'production' = 'development',
) => readEnvironment({ flavour, read: (name) => files[name], given })

test('the more special file wins, the given environment over all', () => {
  const files = {
    '.env': 'A=1\nB=1\nC=1\nD=1',
    '.env.development': 'B=2\nC=2\nD=2',
    '.env.local': 'C=3\nD=3',
    '.env.development.local': 'D=4',
  }
  expect(read(files)).toEqual({ A: '1', B: '2', C: '3', D: '4' })
  expect(read(files, { A: 'given' })['A']).toBe('given')
  expect(read(files, {}, 'production')).toEqual({ A: '1', B: '1', C: '3', D: '3' })
})

test('quotes, comments, export and spaces are read as dotenv reads them', () => {
  const text = `# first\nexport A = plain # rest\nB='single $A'\nC="two\\nlines" # c\nD=\`back\`\nE=\nF="has # hash"\nG: yaml\n  H=indented  `
  expect(read({ '.env': text })).toEqual({
    A: 'plain',
    B: 'single plain',
    C: 'two\nlines',
    D: 'back',
    E: '',
    F: 'has # hash',
    G: 'yaml',
    H: 'indented',
  })
})

test('a value over several lines stays whole', () => {
  expect(read({ '.env': 'KEY="a\nb"\nNEXT=1' })).toEqual({ KEY: 'a\nb', NEXT: '1' })
})

test('names are expanded, across files, with fallbacks; an escaped dollar is a dollar', () => {
  const files = {
    '.env': 'HOST=h\nURL=http://${HOST}:${PORT:-3000}/\nPRICE=\\$5\nLOOP=$LOOP',
    '.env.local': 'HOST=local',
  }
  expect(read(files, { PORT: '8000' })).toEqual({
    HOST: 'local',
    URL: 'http://local:8000/',
    PRICE: '$5',
    LOOP: '',
    PORT: '8000',
  })
  expect(read(files)['URL']).toBe('http://local:3000/')
})
