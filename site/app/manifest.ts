// Makes the site installable. It opens with the browser's own Back and Reload, because it is pages that are read.
import type { MetadataRoute } from 'next'

export const dynamic = 'force-static'

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Both Ends',
    short_name: 'Both Ends',
    description:
      'Next.js 16 and FastAPI, both running in your browser. Edit either end and watch every request cross.',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#f4f6fb',
    theme_color: '#f4f6fb',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Playground', url: '/play/' },
      { name: 'Lessons', url: '/learn/' },
    ],
  }
}
