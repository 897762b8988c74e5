// next/link, form, script, dynamic, image and font, as the server renders them.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ask, pages, type Slice } from '../fixture-app.ts'

const FONT = readFileSync(
  createRequire(import.meta.url).resolve(
    '@fontsource/commit-mono/files/commit-mono-latin-400-normal.woff2',
  ),
)

export const clientParts: Slice = {
  files: {
    'app/parts/link/page.tsx': `import Link from 'next/link'
export default function Page() {
  return <nav><Link href="/about">a</Link><Link href={{ pathname: '/one/7', query: { q: 'x y', list: ['1', '2'] }, hash: 'h' }} replace scroll={false} prefetch={false}>b</Link>
    <Link href="https://example.com" target="_blank">c</Link><Link href="#here" className="k">d</Link></nav>
}`,
    'app/parts/form/page.tsx': `import Form from 'next/form'
export default function Page() { return <Form action="/one/search"><input name="q" /><button>find</button></Form> }`,
    'app/parts/script/page.tsx': `import Script from 'next/script'
export default function Page() { return <div><Script src="/a.js" strategy="beforeInteractive" /><Script src="/b.js" /><Script id="in" strategy="lazyOnload">{'window.inline = 1'}</Script><p>scripts</p></div> }`,
    'app/parts/dynamic/page.tsx': `import dynamic from 'next/dynamic'
import { Later } from './client'
const Lazy = dynamic(() => import('./lazy'), { loading: () => <i>wait</i> })
const Named = dynamic(() => import('./lazy').then((module) => module.Named))
export default function Page() { return <div><Lazy name="server" /><Named /><Later /></div> }`,
    'app/parts/dynamic/client.tsx': `'use client'
import dynamic from 'next/dynamic'
const NoServer = dynamic(() => import('./lazy'), { ssr: false, loading: () => <i>only in the browser</i> })
const Both = dynamic(() => import('./lazy'))
export function Later() { return <p><NoServer name="never" /><Both name="client" /></p> }`,
    'app/parts/dynamic/lazy.tsx': `export default function Lazy({ name }) { return <b>lazy {name}</b> }
export function Named() { return <u>named</u> }`,
    'app/parts/image/page.tsx': `import Image from 'next/image'
import pixel from './pixel.png'
export default function Page() { return <div><Image src="/logo.png" alt="logo" width={10} height={20} priority /><Image src={pixel} alt="pixel" /><Image src="/wide.png" alt="wide" fill sizes="50vw" style={{ objectFit: 'cover' }} /></div> }`,
    'app/parts/image/pixel.png': Uint8Array.from(
      atob(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      ),
      (char) => char.charCodeAt(0),
    ),
    'app/parts/font/page.tsx': `import localFont from 'next/font/local'
const mono = localFont({ src: './mono.woff2', variable: '--mono', weight: '400', display: 'swap', adjustFontFallback: false })
export default function Page() { return <p className={mono.className}>{mono.style.fontFamily.replace(/_[0-9a-f]{6}/g, '')} <b className={mono.variable}>v</b></p> }`,
    'app/parts/font/mono.woff2': new Uint8Array(FONT),
    'app/parts/css/page.tsx': `import styles from './page.module.css'
import './page.css'
export default function Page() { return <p className={styles.title + ' ' + styles['two-words']}>{Object.keys(styles).sort().join()}</p> }`,
    'app/parts/css/page.module.css': `.title { color: red }\n.two-words { composes: title; background: url('./dot.svg') }`,
    'app/parts/css/page.css': `@import './more.css';\np { margin: 1px }`,
    'app/parts/css/more.css': `p { padding: 1px }`,
    'app/parts/css/dot.svg': `<svg xmlns="http://www.w3.org/2000/svg"/>`,
    'app/parts/modules/page.tsx': `import data from './data.json'
import { all, first } from './star'
const { late } = await import('./late')
export default async function Page() { return <p>{data.a}{first}{all}{late}{typeof window}</p> }`,
    'app/parts/modules/data.json': `{ "a": 5 }`,
    'app/parts/modules/star.ts': `export * from './first'\nexport { default as all } from './first'`,
    'app/parts/modules/first.ts': `export const first = 1\nexport default 'default'`,
    'app/parts/modules/late.ts': `export const late = await new Promise((resolve) => setTimeout(() => resolve('late'), 2))`,
    'app/parts/providers/page.tsx': `import { Provider, Reader } from './context'
export default function Page() { return <Provider value="given"><section><Reader /></section></Provider> }`,
    'app/parts/providers/context.tsx': `'use client'
import { createContext, useContext, useId, useInsertionEffect } from 'react'
import { useServerInsertedHTML } from 'next/navigation'
const Context = createContext('none')
export function Provider({ value, children }) { useServerInsertedHTML(() => <style data-inserted="">{'p{top:0}'}</style>); return <Context.Provider value={value}>{children}</Context.Provider> }
export function Reader() { return <p id={useId()}>{useContext(Context)}</p> }`,
    'app/parts/react/page.tsx': `import { preconnect, preload } from 'react-dom'
export default function Page() { preconnect('https://example.com'); preload('/f.js', { as: 'script' }); return <><title>React's own title</title><meta name="own" content="1" /><p>{[1, 2].map((n) => <b key={n}>{n}</b>)}{false}{null}{0}{'<&"'}</p><input defaultValue={'"q"'} /><textarea defaultValue="t" /><select defaultValue="b"><option>a</option><option>b</option></select></> }`,
    'public/ready.txt': 'ready',
    'public/logo.png': new Uint8Array([137, 80, 78, 71]),
    'public/with space.txt': 'a file',
    'public/folder/nested.json': '{"nested":true}',
  },
  steps: [
    ...pages({
      link: '/parts/link',
      form: '/parts/form',
      script: '/parts/script',
      dynamic: '/parts/dynamic',
      image: '/parts/image',
      font: '/parts/font',
      css: '/parts/css',
      modules: '/parts/modules',
      providers: '/parts/providers',
      'react-dom-hints': '/parts/react',
    }),
    ask('public-file', '/logo.png'),
    ask('public-file-with-space', '/with%20space.txt'),
    ask('public-file-nested', '/folder/nested.json'),
    ask('public-folder', '/folder'),
    ask('post-to-public-file', '/logo.png', { method: 'POST', body: '' }),
    ask('head-of-public-file', '/folder/nested.json', { method: 'HEAD' }),
  ],
}
