import { describe, expect, test } from 'vitest'
import type { ModuleNode } from '../graph/module-node.ts'
import { moduleId } from '../graph/resource.ts'
import { entryStyles, styleName } from './entry-style.ts'

const node = (
  resource: string,
  dependencies: readonly string[],
  css: string | null = null,
): ModuleNode => ({
  id: moduleId(resource, 'rsc'),
  resource,
  layer: 'rsc',
  file: resource,
  body: { kind: 'value', expression: '', asDefault: false },
  ids: new Map(),
  dependencies,
  actions: null,
  css,
  inputs: new Map(),
  listingVersion: 0,
})

const SHEETS = [
  node('/app/a.css', [], '.a {}'),
  node('/app/b.css', [], "/* b */\n@import url('https://fonts.example/b;c.css');\n.b {}"),
  node('/app/c.css', [], '.c {}'),
]
const made = (...modules: ModuleNode[]) =>
  entryStyles({ server: [...modules, ...SHEETS], client: [] }, true).map(({ entry, file, css }) => [
    entry,
    file,
    css,
  ])

describe('the stylesheet of a convention file', () => {
  test('is one file of all sheets below it, in import order, heads first', () => {
    expect(made(node('/app/page.tsx', ['/app/c.css', '/app/b.css']))).toEqual([
      [
        '/app/page',
        'static/css/app/page.css',
        "/* b */\n@import url('https://fonts.example/b;c.css');\n.c {}\n.b {}",
      ],
    ])
  })

  test('leaves out what an enclosing layout has, and is absent when nothing is left', () => {
    const layout = node('/app/layout.tsx', ['/app/a.css'])
    const page = node('/app/x/page.tsx', ['/app/a.css', '/app/c.css'])
    const loading = node('/app/x/loading.tsx', ['/app/a.css'])
    expect(made(layout, page, loading)).toEqual([
      ['/app/layout', 'static/css/app/layout.css', '.a {}'],
      ['/app/x/page', 'static/css/app/x/page.css', '.c {}'],
    ])
  })

  test('keeps everything when it stands in for the root layout', () => {
    const layout = node('/app/layout.tsx', ['/app/a.css'])
    const alone = node('/app/global-error.tsx', ['/app/a.css'])
    expect(made(layout, alone).map(([entry]) => entry)).toEqual([
      '/app/layout',
      '/app/global-error',
    ])
  })

  test('is named by its content in production', () => {
    const [style] = entryStyles(
      { server: [node('/app/page.tsx', ['/app/a.css']), ...SHEETS], client: [] },
      false,
    )
    expect(style?.file).toMatch(/^static\/css\/[\w-]+\.css$/)
    expect(styleName(`/_next/${style?.file}`)).toBe(style?.file)
    expect(styleName('/_next/static/chunks/app.js')).toBeNull()
  })
})

test('fonts of next/font are announced by the entry that uses them, unless they say not to', () => {
  const font = (options: object): ModuleNode => {
    const request = { path: 'app/page.tsx', import: '', variableName: 'mono', arguments: [options] }
    const resource = `next/font/local/target.css?${JSON.stringify(request)}`
    const inputs = new Map([['/app/mono.woff2', new Uint8Array()]])
    return { ...node(resource, [], '@font-face {}'), inputs }
  }
  const fontsOf = (options: object) => {
    const one = font(options)
    const server = [node('/app/page.tsx', [one.resource]), one]
    return entryStyles({ server, client: [] }, true).map(({ entry, fonts }) => [
      entry,
      fonts.length,
    ])
  }
  expect(fontsOf({ src: './mono.woff2' })).toEqual([['/app/page', 1]])
  expect(fontsOf({ src: './mono.woff2', preload: false })).toEqual([['/app/page', 0]])
})
