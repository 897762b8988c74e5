import { expect } from 'vitest'
import { getHeader } from '../../../playground/runtime/wire/headers.ts'
import type { DocsExample } from './docs-example.ts'

/** Every page below the locale, dictionaries loaded on the server, and a proxy that picks one. */
export const internationalization: DocsExample = {
  page: 'guides/internationalization',
  files: {
    'app/[lang]/layout.tsx': `import type { ReactNode } from 'react'
export async function generateStaticParams() { return [{ lang: 'en-US' }, { lang: 'nl' }] }
export default async function RootLayout({ children, params }: { children: ReactNode; params: Promise<{ lang: string }> }) {
  return <html lang={(await params).lang}><body>{children}</body></html>
}`,
    'app/[lang]/page.tsx': `import { notFound } from 'next/navigation'
import { getDictionary, hasLocale } from './dictionaries'
export default async function Page({ params }: { params: Promise<{ lang: string }> }) {
  const { lang } = await params
  if (!hasLocale(lang)) notFound()
  const dict = await getDictionary(lang)
  return <button>{dict.products.cart}</button>
}`,
    'app/[lang]/dictionaries.ts': `import 'server-only'
const dictionaries = {
  'en-US': () => import('./dictionaries/en.json').then((module) => module.default),
  nl: () => import('./dictionaries/nl.json').then((module) => module.default),
}
export type Locale = keyof typeof dictionaries
export const hasLocale = (locale: string): locale is Locale => locale in dictionaries
export const getDictionary = async (locale: Locale) => dictionaries[locale]()`,
    'app/[lang]/dictionaries/en.json': `{ "products": { "cart": "Add to Cart" } }`,
    'app/[lang]/dictionaries/nl.json': `{ "products": { "cart": "Toevoegen aan Winkelwagen" } }`,
    'proxy.ts': `import { NextResponse, type NextRequest } from 'next/server'
const locales = ['en-US', 'nl']
function getLocale(request: NextRequest) {
  const wanted = request.headers.get('accept-language') ?? ''
  return locales.find((locale) => wanted.startsWith(locale)) ?? 'en-US'
}
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  if (locales.some((locale) => pathname.startsWith('/' + locale + '/') || pathname === '/' + locale)) return
  request.nextUrl.pathname = '/' + getLocale(request) + pathname
  return NextResponse.redirect(request.nextUrl)
}
export const config = { matcher: ['/((?!_next).*)'] }`,
  },
  async see(kernel) {
    const sent = await kernel.request('/', { headers: [['accept-language', 'nl,en;q=0.5']] })
    expect(
      new URL(getHeader(sent.headers, 'location') ?? '', 'http://localhost:3000').pathname,
    ).toBe('/nl')
    const dutch = await kernel.request('/nl')
    expect(dutch.text).toContain('<html lang="nl"')
    expect(dutch.text).toContain('Toevoegen aan Winkelwagen')
    expect((await kernel.request('/en-US')).text).toContain('Add to Cart')
    const frame = await kernel.open('/')
    expect(await frame.textContent('button')).toBe('Add to Cart')
  },
}
