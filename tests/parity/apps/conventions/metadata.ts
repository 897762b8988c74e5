// Metadata, viewport and the file conventions: icons, sitemaps, robots, manifest, images.
import { ask, pages, type Slice } from '../fixture-app.ts'

/** A PNG of one pixel. */
const PIXEL = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (char) => char.charCodeAt(0),
)

export const metadata: Slice = {
  files: {
    'app/icon.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>`,
    'app/apple-icon.png': PIXEL,
    'app/favicon.ico': PIXEL,
    'app/robots.ts': `export default function robots() { return { rules: { userAgent: '*', allow: '/', disallow: '/private/' }, sitemap: 'https://example.com/sitemap.xml' } }`,
    'app/sitemap.ts': `export default async function sitemap() {
  return [{ url: 'https://example.com/', lastModified: '2026-01-01', changeFrequency: 'weekly', priority: 0.5, images: ['https://example.com/a.png'] }]
}`,
    'app/manifest.ts': `export default function manifest() { return { name: 'Conventions', short_name: 'C', start_url: '/', display: 'standalone' } }`,
    'app/meta/many/sitemap.ts': `export async function generateSitemaps() { return [{ id: 0 }, { id: 1 }] }
export default async function sitemap(props) { return [{ url: 'https://example.com/part/' + await props.id }] }`,
    'app/meta/static-image/opengraph-image.png': PIXEL,
    'app/meta/static-image/opengraph-image.alt.txt': 'A pixel',
    'app/meta/static-image/page.tsx': `export default function Page() { return <p>with an image</p> }`,
    'app/meta/made/[id]/opengraph-image.tsx': `export const alt = 'Made'
export const size = { width: 2, height: 1 }
export const contentType = 'text/plain'
export default async function Image({ params }) { return new Response('image of ' + (await params).id, { headers: { 'content-type': 'text/plain' } }) }`,
    'app/meta/made/[id]/page.tsx': `export async function generateMetadata({ params, searchParams }, parent) {
  const { description } = await parent
  return { title: 'Made ' + (await params).id, description: description + ', and more' }
}
export default function Page() { return <p>made</p> }`,
    'app/meta/several/icon.tsx': `export function generateImageMetadata() { return [{ id: 'small', size: { width: 1, height: 1 }, contentType: 'text/plain' }, { id: 'large', size: { width: 2, height: 2 }, contentType: 'text/plain' }] }
export default async function Icon({ id }) { return new Response('icon ' + await id, { headers: { 'content-type': 'text/plain' } }) }`,
    'app/meta/several/page.tsx': `export default function Page() { return <p>several icons</p> }`,
    'app/meta/full/page.tsx': `export const metadata = {
  title: { absolute: 'Absolute' }, keywords: ['a', 'b'], authors: [{ name: 'Ada', url: 'https://example.com/ada' }], robots: { index: false, googleBot: { index: true } },
  alternates: { canonical: '/meta/full', languages: { de: '/de/full' } }, openGraph: { title: 'OG', images: ['/og.png'], type: 'website' },
  twitter: { card: 'summary_large_image' }, formatDetection: { telephone: false }, verification: { google: 'g' }, other: { custom: 'value' },
  icons: { icon: '/own.png', apple: [{ url: '/own-apple.png', sizes: '180x180' }] },
}
export const viewport = { themeColor: [{ media: '(prefers-color-scheme: dark)', color: 'black' }], colorScheme: 'dark light', width: 'device-width', initialScale: 1 }
export default function Page() { return <p>full</p> }`,
    'app/meta/viewport/[id]/page.tsx': `export async function generateViewport({ params }) { return { themeColor: '#' + (await params).id } }
export default function Page() { return <p>viewport</p> }`,
    'app/meta/nested/layout.tsx': `export const metadata = { title: { default: 'Nested', template: '%s in nested' }, openGraph: { siteName: 'site' } }
export default function Layout({ children }) { return children }`,
    'app/meta/nested/page.tsx': `export default function Page() { return <p>nested</p> }`,
    'app/meta/nested/inner/page.tsx': `export const metadata = { title: 'Inner' }
export default function Page() { return <p>inner</p> }`,
  },
  steps: [
    ...pages({
      'metadata-full': '/meta/full',
      'metadata-nested': '/meta/nested',
      'metadata-title-template': '/meta/nested/inner',
      'metadata-generated': '/meta/made/4',
      'metadata-viewport': '/meta/viewport/123456',
      'metadata-static-image': '/meta/static-image',
      'metadata-several-icons': '/meta/several',
    }),
    ask('robots', '/robots.txt'),
    ask('sitemap', '/sitemap.xml'),
    ask('manifest', '/manifest.webmanifest'),
    ask('icon', '/icon.svg'),
    ask('apple-icon', '/apple-icon.png'),
    ask('favicon', '/favicon.ico'),
    ask('sitemap-part', '/meta/many/sitemap/1.xml'),
    ask('sitemap-part-absent', '/meta/many/sitemap/7.xml'),
    ask('static-image', '/meta/static-image/opengraph-image.png'),
    ask('made-image', '/meta/made/4/opengraph-image'),
    ask('one-of-several-icons', '/meta/several/icon/small'),
    ask('post-to-robots', '/robots.txt', { method: 'POST', body: 'x' }),
  ],
}
