import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createRows } from './rows.ts'

const page = readFileSync(new URL('../../../content/docs/checklist.mdx', import.meta.url), 'utf8')

test('the page has the words of every check, in the same order, and no other rows', () => {
  const rows = Array.from(page.matchAll(/<ChecklistRow id="([^"]+)"/g), ([, id]) => id)
  expect(rows).toEqual(createRows([]).map(({ id }) => id))
})

test('every row leads to a lesson that exists', () => {
  const slugs = Array.from(page.matchAll(/\/learn\/([^/)]+)\/(?:#([a-z]+))?/g))
  expect(slugs.length).toBeGreaterThanOrEqual(createRows([]).length)
  for (const [, slug = '', step] of slugs) {
    const lesson = readFileSync(
      new URL(`../../../content/learn/${slug}.mdx`, import.meta.url),
      'utf8',
    )
    expect(lesson).toContain(step ? `<Step id="${step}"` : '<Step id=')
  }
})
