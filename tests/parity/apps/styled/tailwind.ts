// Tailwind 4 through postcss.config: utilities of every kind, variants, a theme of one's own, `@apply`, CSS modules.
import { page } from '../../exchange.ts'
import { dataRequest } from '../../rsc-request.ts'
import { sheetsAfterEdit, sheetsOf } from '../../sheet-request.ts'
import type { Slice } from '../fixture-app.ts'

const home = page('home', '/')
const other = page('other', '/other')
const otherData = dataRequest('data-of-other', '/other', ['', {}])

const later = (classes: string) =>
  `export function Later() { return <p className="${classes}">Later</p> }`

export const tailwind: Slice = {
  files: {
    'next.config.ts': `export default { typescript: { ignoreBuildErrors: true } }`,
    'postcss.config.mjs': `const config = { plugins: { '@tailwindcss/postcss': {} } }
export default config`,
    'app/layout.tsx': `import './globals.css'
export default function Layout({ children }) { return <html lang="en"><body className="bg-paper font-sans antialiased">{children}</body></html> }`,
    // The copy on disk lies in build/, which Git ignores. There Tailwind asks no .gitignore, and would read what Next builds.
    'app/globals.css': `@import "tailwindcss";
@source not "../.next";
@source not "../.kept";
@import "./parts.css" layer(components);
@custom-variant loud (&:where([data-loud] *));
@theme {
  --color-paper: oklch(98% 0.01 95);
  --color-brand-500: #3b5bdb;
  --breakpoint-3xl: 120rem;
  --spacing-gutter: 1.25rem;
}
@theme inline { --font-sans: var(--font-own, "Own Sans"), sans-serif; }
@utility tab-4 { tab-size: 4; }
@utility lift-* { outline-offset: calc(--value(integer) * 1px); }
.plain { color: theme(--color-brand-500); margin: --spacing(3); }
@layer base { h1 { @apply text-2xl font-bold tracking-tight; } }`,
    'app/parts.css': `@import "./deeper.css";
.card { @apply rounded-lg border border-brand-500/40 p-gutter shadow-md hover:border-brand-500; @variant md { padding: 3px; } }`,
    'app/deeper.css': `.deep { @apply underline decoration-wavy; }`,
    'app/page.tsx': `import { Card } from './card'
import { classes } from '../lib/classes'
import { Later } from '../lib/later'
import styles from './page.module.css'
export default function Page() {
  return <main className="mx-auto grid max-w-3xl grid-cols-[1fr_auto] gap-x-4 gap-y-2 px-2.5 py-gutter md:grid-cols-3 3xl:gap-8">
    <h1 className="col-span-full text-brand-500">Styled</h1>
    <p className="plain deep line-clamp-2 truncate">plain</p>
    <p className={styles.note}>module</p>
    <p className="-mt-1 w-1/2 bg-red-500/50 text-[13px]/[1.4] text-(--ink) [--ink:rgb(9,8,7)] [mask-type:luminance]">arbitrary</p>
    <p className="before:mr-1 before:content-['→_'] after:content-['a]b'] first-letter:text-lg">pseudo</p>
    <div className="group flex items-center justify-between space-x-2 divide-x divide-solid" data-loud="">
      <b className="loud:uppercase group-hover:font-light">one</b><b className="not-last:italic odd:bg-sky-100">two</b><b className="last:mt-auto">three</b>
    </div>
    <div className="@container w-80"><i className="block @xs:p-[7px] @md:p-[9px]">in a container</i></div>
    <details open className="open:bg-linear-to-r from-blue-500 via-50% to-emerald-500/75 data-[state=open]:p-1" data-state="open"><summary className="cursor-pointer list-none">more</summary></details>
    <label className="has-checked:ring-2 ring-offset-2"><input type="checkbox" defaultChecked className="peer size-4 accent-pink-500" /><span className="peer-checked:line-through">done</span></label>
    <p className="translate-x-2 rotate-6 scale-95 skew-y-3 blur-xs drop-shadow-lg backdrop-blur-sm transition-colors duration-300 ease-in-out">moved</p>
    <p className={classes[0]}>from a list</p><p className={classes[1]}>from a list</p>
    <p className="mt-0! mt-9 tab-4 lift-7 supports-[display:grid]:tracking-wide dark:text-white motion-reduce:hidden">marked</p>
    <Card isWide={true} /><Later />
  </main>
}`,
    'app/page.module.css': `@reference "./globals.css";
.note { @apply rounded-full bg-brand-500 px-gutter text-white hover:bg-red-600; @variant md { letter-spacing: 2px; } }`,
    'app/card.tsx': `'use client'
export function Card({ isWide }) {
  return <section className={['card', isWide ? 'w-full' : 'w-24', \`text-\${isWide ? 'lg' : 'sm'} leading-\${1}\`].join(' ')}>
    <button id="hover" className={\`outline-2 \${isWide ? 'outline-amber-500' : 'outline-none'} focus-visible:outline-4 hover:bg-brand-500 hover:text-paper\`}>press</button>
    {/* In a comment they count too: text-lg text-sm */}
  </section>
}`,
    'app/other/layout.tsx': `import './other.css'
export default function Layout({ children }) { return <section className="panel">{children}</section> }`,
    'app/other/other.css': `@reference "../globals.css";
.panel { @apply mt-[0.3rem] bg-paper lg:flex; }`,
    'app/other/page.tsx': `export default function Page() { return <div className="flex h-dvh flex-col *:p-3 **:data-x:underline"><p>other <b data-x="">x</b></p><p className="mt-auto text-balance">end</p></div> }`,
    'lib/classes.ts': `export const classes = ["font-mono text-xs/6 tabular-nums", "border-s-4 ps-3 border-dashed border-current/20"] as const`,
    'lib/later.tsx': later('mt-[3px]'),
    'public/ready.txt': 'ready',
  },
  steps: [
    home,
    sheetsOf(home),
    other,
    sheetsOf(other),
    otherData,
    sheetsOf(otherData),
    sheetsAfterEdit(page('home-with-more', '/'), {
      files: { 'lib/later.tsx': later('mt-[3px] mb-[4px] xl:sticky') },
      text: 'mb-\\[4px\\]',
    }),
    sheetsAfterEdit(page('home-with-less', '/'), {
      files: { 'lib/later.tsx': later('mb-[5px]') },
      text: 'mb-\\[5px\\]',
    }),
  ],
}
