// Two typefaces, served by the site itself (both under the Open Font License, from Fontsource's npm packages):
// Mona Sans for headings and prose, Commit Mono for code and for what crosses the wire.
import localFont from 'next/font/local'

// The file with the width axis is 98 kB to this one's 40, and on a phone it came before the first words did.
export const sans = localFont({
  src: '../../node_modules/@fontsource-variable/mona-sans/files/mona-sans-latin-wght-normal.woff2',
  weight: '200 900',
  variable: '--font-sans',
  display: 'swap',
  fallback: ['system-ui', 'sans-serif'],
})

export const mono = localFont({
  src: '../../node_modules/@fontsource/commit-mono/files/commit-mono-latin-400-normal.woff2',
  weight: '400',
  variable: '--font-mono',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'monospace'],
})
