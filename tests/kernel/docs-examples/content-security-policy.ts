import { expect } from 'vitest'
import { getHeader } from '../../../playground/runtime/wire/headers.ts'
import type { DocsExample } from './docs-example.ts'

/** A nonce for each request, from the proxy into the header and into every script of the page. */
export const contentSecurityPolicy: DocsExample = {
  page: 'guides/content-security-policy',
  files: {
    'app/layout.tsx': `import type { ReactNode } from 'react'
export default function RootLayout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>
}`,
    'app/page.tsx': `import { headers } from 'next/headers'
import Script from 'next/script'
export default async function Page() {
  const nonce = (await headers()).get('x-nonce') ?? ''
  return <main><p id="nonce">{nonce}</p><Script id="own" strategy="afterInteractive" nonce={nonce}>{'document.title = "ran"'}</Script></main>
}`,
    'proxy.ts': `import { NextRequest, NextResponse } from 'next/server'
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const isDev = process.env.NODE_ENV === 'development'
  const policy = "default-src 'self'; script-src 'self' 'nonce-" + nonce + "' 'strict-dynamic'" + (isDev ? " 'unsafe-eval'" : '') +
    "; style-src 'self' 'nonce-" + nonce + "'; object-src 'none'; base-uri 'self'"
  const requestHeaders = new Headers(request.headers)
  requestHeaders.set('x-nonce', nonce)
  requestHeaders.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers: requestHeaders } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}
export const config = {
  matcher: [{
    source: '/((?!api|_next/static|_next/image|favicon.ico).*)',
    missing: [{ type: 'header', key: 'next-router-prefetch' }, { type: 'header', key: 'purpose', value: 'prefetch' }],
  }],
}`,
  },
  async see(kernel) {
    const { headers, text } = await kernel.request('/')
    const nonce = /nonce-([^']+)/.exec(getHeader(headers, 'content-security-policy') ?? '')?.[1]
    expect(nonce).toBeTruthy()
    expect(text).toContain(`<p id="nonce">${nonce}</p>`)
    const scripts = text.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(2)
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    const unguarded = await kernel.request('/', { headers: [['next-router-prefetch', '1']] })
    expect(getHeader(unguarded.headers, 'content-security-policy')).toBeNull()
  },
}
