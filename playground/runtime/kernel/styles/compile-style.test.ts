import { expect, test } from 'vitest'
import { compileStyle } from './compile-style.ts'

const compile = async (file: string, sheets: Record<string, string>, paths: string[] = []) => {
  const answer = await compileStyle({ file, sheets, paths, tailwind: null })
  if (!answer.ok)
    throw new Error(`${answer.fault.file}:${answer.fault.place?.line} ${answer.fault.message}`)
  return answer.value
}

test('class names become local, :global stays, ids and animations too', async () => {
  const { css, exports } = await compile('/app/page.module.css', {
    '/app/page.module.css':
      '.title { animation: spin 1s }\n:global(.theme) .title { color: red }\n@keyframes spin { to { rotate: 1turn } }',
  })
  expect(exports?.['title']).toMatch(/^page_title__\w{5}$/)
  expect(css).toContain(`.theme .${exports?.['title']}`)
  expect(css).toContain(`animation: ${exports?.['spin']} 1s`)
})

test('composes in one file and from another, whose rules come first', async () => {
  const { css, exports, reads } = await compile('/a.module.css', {
    '/a.module.css': `.small { margin: 0 }\n.big { composes: small; composes: base from './b.module.css'; color: red }`,
    '/b.module.css': '.base { padding: 1px }',
  })
  expect(exports?.['big']?.split(' ').map((name) => name.replace(/__.*/, ''))).toEqual([
    'a_big',
    'a_small',
    'b_base',
  ])
  expect(css).toContain('padding: 1px')
  expect(css.indexOf('padding')).toBeLessThan(css.indexOf('color: red'))
  expect(reads).toEqual(['/b.module.css'])
})

test('@import is inlined with its media, urls point at served files, other hosts stay', async () => {
  const { css, exports } = await compile(
    '/app/g.css',
    {
      '/app/g.css': `@import './h.css' print;\n@import url('https://fonts.example/x.css');\nbody { background: url(./p.png) url(https://x.example/q.png) }`,
      '/app/h.css': 'p { color: blue }',
    },
    ['/app/p.png'],
  )
  expect(exports).toBeNull()
  expect(css).toMatch(/^@import url\('https:\/\/fonts.example\/x.css'\)/)
  expect(css).toMatch(/@media print\s*{\s*p { color: blue }/)
  expect(css).toContain(
    'url("/_next/static/media/p.png?file=%2Fapp%2Fp.png") url(https://x.example/q.png)',
  )
})

test('errors are told with file and line', async () => {
  await expect(compile('/a.module.css', { '/a.module.css': 'a\n{ color: red }' })).rejects.toThrow(
    'not pure',
  )
  await expect(compile('/g.css', { '/g.css': 'p {\n color: red' })).rejects.toThrow('/g.css:1')
  await expect(compile('/g.css', { '/g.css': `\n@import './gone.css';` })).rejects.toThrow(
    "/g.css:2 Syntax error: Module not found: Can't resolve './gone.css'",
  )
})
