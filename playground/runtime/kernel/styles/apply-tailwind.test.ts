import { expect, test } from 'vitest'
import { compileStyle } from './compile-style.ts'

/** Stands for tailwind.js: inlines `more.css`, and fails as Tailwind does. */
const CHUNK = `data:text/javascript,${encodeURIComponent(`
export async function compileTailwind({ css, sources, readSheet }) {
  if (css.includes('nope')) throw new Error('Cannot apply unknown utility class \`nope\`')
  const scanned = css.includes('@tailwind')
  return { css: css.replace(/@import[^;]*;/, () => readSheet('/styles/more.css')).replace(/@tailwind[^;]*;/, '.' + Object.keys(sources) + ' {}'), isScanned: scanned }
}`)}`
const NONE = 'data:text/javascript,throw new Error("asked for")'

const compile = async (css: string, url: string, file = '/app/g.css') =>
  compileStyle({
    file,
    sheets: { [file]: css, '/styles/more.css': '.more { background: url(./p.png) }' },
    paths: ['/styles/p.png'],
    tailwind: { url, sources: { a: '' } },
  })

test('a sheet that asks for nothing of Tailwind’s does not fetch it', async () => {
  const answer = await compile('.a { color: red }\n@media print { b { color: red } }', NONE)
  expect(answer).toMatchObject({ ok: true, value: { isScanned: false } })
  await expect(compile('@tailwind utilities;', NONE)).rejects.toThrow('did not load')
})

test('after a failed fetch the next sheet tries again, and is told as made of all sources', async () => {
  const answer = await compile('@tailwind utilities;', CHUNK)
  expect(answer).toMatchObject({ ok: true, value: { css: '.a {}', isScanned: true } })
})

test('in what Tailwind inlines, addresses lead to the served files, and the sheet is made of it', async () => {
  const answer = await compile('@import "../styles/more.css";', CHUNK)
  expect(answer).toMatchObject({
    ok: true,
    value: {
      css: '.more { background: url("/_next/static/media/p.png?file=%2Fstyles%2Fp.png") }',
      reads: ['/styles/more.css'],
      isScanned: false,
    },
  })
})

test('a CSS module keeps its own names', async () => {
  const css = '@reference "tailwindcss";\n.title { color: red }'
  const answer = await compile(css, CHUNK, '/app/page.module.css')
  expect(answer).toMatchObject({ ok: true, value: { exports: { title: expect.any(String) } } })
})

test('what Tailwind refuses is shown at the rule that asked for it', async () => {
  const answer = await compile('.a { color: red }\n.b {\n  @apply nope;\n}', CHUNK)
  expect(answer).toMatchObject({
    ok: false,
    fault: { file: '/app/g.css', place: { line: 3 }, message: expect.stringContaining('`nope`') },
  })
})
