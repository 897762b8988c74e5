import { expect, test } from 'vitest'
import { toSheetLines } from './stylesheet.ts'

const NESTED = `.card { padding: calc(infinity * 1px);
  &:hover { @media (width >= 48rem) { color: var(--red, oklch(57.7% 0.245 27.325)) } } }`

test.each([
  ['nesting', '.a { &:hover { margin: 0 } }', '.a:hover{margin:0}'],
  ['a range', '@media (width >= 48rem) { a { top: 0 } }', '@media (min-width:48rem){a{top:0}}'],
  [
    'a colour',
    'a { color: oklch(57.7% 0.245 27.325) }',
    'a{color:#e40014;color:lab(48.4493% 77.4328 61.5452)}',
  ],
  [
    'a colour in a nested rule',
    '.a { &:hover { @media print { color: var(--b, oklch(57.7% 0.245 27.325)) } } }',
    '@media print{.a:hover{color:var(--b,#e40014)}@supports (color:lab(0% 0 0)){.a:hover{color:var(--b,lab(48.4493% 77.4328 61.5452))}}}',
  ],
  ['a name', '.page_title__a1b2c { top: 0 }', '.page-module__a1B2c3__title{top:0}'],
  ['a comment', '/* one */ a { top: 0 }', 'a{top:0}/*# sourceMappingURL=a.css.map*/'],
])('%s in the words of either compiler is the same', (_, here, real) => {
  expect(toSheetLines(here)).toEqual(toSheetLines(real))
  expect(toSheetLines(here)).not.toEqual([])
})

test('what was compiled before stays as it is', () => {
  const lines = toSheetLines(NESTED)
  expect(lines).toHaveLength(2)
  const compiled = lines.map((line) => line.split(' > '))
  const again = compiled.map((parts) => `${parts.join('{')}${'}'.repeat(parts.length - 1)}`)
  expect(toSheetLines(again.join('\n'))).toEqual(lines)
})

test.each([
  ['a value', 'a { top: 0 }', 'a { top: 1px }'],
  ['a layer', '@layer base { a { top: 0 } }', '@layer utilities { a { top: 0 } }'],
  ['the order of layers', '@layer base, utilities;', '@layer utilities, base;'],
  ['the order of rules', '.a { top: 0 } .b { left: 0 }', '.b { left: 0 } .a { top: 0 }'],
  ['a class', '.mt-1 { top: 0 }', '.mt-2 { top: 0 }'],
  ['a rule more', '.a { top: 0 }', '.a { top: 0 } .b { top: 0 }'],
])('%s is a difference', (_, here, real) => {
  expect(toSheetLines(here)).not.toEqual(toSheetLines(real))
})
