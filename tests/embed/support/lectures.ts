// A site of somebody else's that shows the examples of docs/embedding, on a host name of its own: lectures.localhost is
// neither the site's nor the preview's, and a secure context as a real one would be.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { ROOT } from '../../../tools/build/build-if-changed.mjs'

/** As the examples call the site. */
export const EXAMPLE_ORIGIN = 'https://both-ends.example'

const FIXTURES = join(ROOT, 'tests/embed/fixtures')

export interface Lectures {
  /** `lectures.localhost:43210` */
  readonly host: string
  readonly port: number
  close(): void
}

export function readFixture(name: string): string {
  return readFileSync(join(FIXTURES, name), 'utf8')
}

/** Every page of the lectures, by its address. */
export async function serveLectures(siteOrigin: string): Promise<Lectures> {
  const ours = (text: string) => text.replaceAll(EXAMPLE_ORIGIN, siteOrigin)
  const pages = new Map([
    ['/empty/', page('<div id="app"></div>')],
    ['/plain/', ours(readFixture('plain/index.html'))],
    [
      '/slidev/',
      page(ours(readFixture('slidev/slides.md').match(/<iframe[^>]+><\/iframe>/)?.[0] ?? '')),
    ],
    ['/nextra/', reactPage(ours(await bundlePage('nextra')))],
    ['/docusaurus/', reactPage(ours(await bundlePage('docusaurus')))],
  ])
  const server = createServer((request, answer) => {
    const html = pages.get(request.url ?? '')
    answer.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    answer.end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { host: `lectures.localhost:${String(port)}`, port, close: () => void server.close() }
}

function page(body: string): string {
  return `<!doctype html><title>Lectures</title><link rel="icon" href="data:," />${body}`
}

function reactPage(script: string): string {
  return page(`<div id="root"></div><script type="module">${script}</script>`)
}

/** The page of an example: what its MDX imports and its element, rendered by React. `window.leave` takes it away. */
function bundlePage(name: 'nextra' | 'docusaurus'): Promise<string> {
  const entry = `
    import { createElement } from 'react'
    import { createRoot } from 'react-dom/client'
    import Page from './page.mdx'
    const root = createRoot(document.getElementById('root'))
    root.render(createElement(Page))
    window.leave = () => root.unmount()`
  return build({
    stdin: { contents: entry, resolveDir: join(FIXTURES, name) },
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { '@site/src/components/BothEnds': join(FIXTURES, name, 'BothEnds.tsx') },
    plugins: [mdxPage],
  }).then(({ outputFiles }) => outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? '')
}

/** As much of MDX as the examples have: imports, a heading, a paragraph, an element. */
const mdxPage: Plugin = {
  name: 'mdx-page',
  setup({ onLoad }) {
    onLoad({ filter: /\.mdx$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const imports = text.match(/^import .*$/gm) ?? []
      const element = text.slice(text.indexOf('\n<'))
      const contents = `${imports.join('\n')}\nexport default () => <>${element}</>`
      return { contents, loader: 'jsx' }
    })
  },
}
