import { expect, test } from 'vitest'
import { findCandidates, findVariables } from './candidates.ts'

test.each([
  [
    `<p className="flex px-2.5 -mt-1 w-1/2 bg-red-500/50">`,
    'flex px-2.5 -mt-1 w-1/2 bg-red-500/50',
  ],
  [`clsx('p-4', { underline: isOn, 'hover:flex': isOver })`, 'p-4 underline hover:flex'],
  ['`grid ${isWide ? "col-span-2" : `col-auto`} gap-4`', 'grid col-span-2 col-auto gap-4'],
  [
    `"@md/main:grid *:p-2 !mt-0 mt-0! group-hover/item:block"`,
    '@md/main:grid *:p-2 !mt-0 mt-0! group-hover/item:block',
  ],
  [
    `"bg-[#08c] w-[calc(100%-2rem)] text-(--my-color)"`,
    'bg-[#08c] w-[calc(100%-2rem)] text-(--my-color)',
  ],
  [
    `"[&>[data-slot=icon]:last-child]:right-2.5 [mask-type:luminance]"`,
    '[&>[data-slot=icon]:last-child]:right-2.5 [mask-type:luminance]',
  ],
  [
    `className="before:content-['a]b'] bg-[url('/x.png')]"`,
    `before:content-['a]b'] bg-[url('/x.png')]`,
  ],
  ['{flex: isRow,underline: isLink,"w-1/2":isHalf}', 'flex underline w-1/2'],
  [`const name = ['italic', ["block"]].join(' ')`, 'italic block'],
  [
    `<b>small</b> .dotted{} _unused \\nline this.#mine "/play"`,
    'small dotted unused nline mine play',
  ],
  [
    `data-[state=open]:flex supports-[display:grid]:grid`,
    'data-[state=open]:flex supports-[display:grid]:grid',
  ],
])('in %s', (text, classes) => {
  expect([...findCandidates(text)]).toEqual(expect.arrayContaining(classes.split(' ')))
})

test('a variant’s utility is not taken alone: no element has that class', () => {
  expect(findCandidates('"hover:focus:flex"')).toEqual(new Set(['hover:focus:flex']))
})

test('theme variables count wherever they are named', () => {
  expect(findCandidates(`style={{ color: 'var(--color-red-500)' }}`)).toContain('--color-red-500')
  expect(findVariables('.a { --own: var( --spacing) } .flex {}')).toEqual(new Set(['--spacing']))
})

test('brackets that never close do not cost the square of a file’s length', () => {
  // Without the limit this takes longer than a test may.
  expect(findCandidates(`flex ${'(['.repeat(20_000)}`)).toContain('flex')
})
