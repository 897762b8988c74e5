import { expect, test } from 'vitest'
import { recordListPage } from '../testing/recorded.ts'
import { listCodePlaces } from './code-places.ts'

test('a line that sent two statements is named once; what has no line is left out', () => {
  const [page] = recordListPage(0)
  const [sql] = recordListPage(0).filter((hop) => hop.type === 'sql')
  const at = (line: number) => ({ ...sql!, code: { file: 'backend/main.py', line, column: 1 } })
  expect(listCodePlaces([page!, at(31), sql!, at(31), at(12)])).toMatchObject([
    { line: 31 },
    { line: 12 },
  ])
})
