import type { NextConfig } from 'next'

const config: NextConfig = {
  // What is the same for everybody is rendered by `next build`; the rest streams into it.
  cacheComponents: true,
  partialPrefetching: true,
  // A form that comes before the scripts gets its answer whole.
  cacheHandler: new URL('./lib/cache-handler.mjs', import.meta.url).href,
  experimental: {
    // forbidden() and its page.
    authInterrupts: true,
    // No form of ours is longer; FastAPI has the same limit.
    serverActions: { bodySizeLimit: '64kb' },
  },
  // A browser asks for it by itself, between one page's icon and the next one's.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: false }],
}

export default config
