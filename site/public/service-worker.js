// In the place of the site's service worker where there is none: `npm run dev`, and a build without its last step
// (tools/offline-build). A browser that has one from a build on the same port lets go of it, and of what it kept.
self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(letGo()))

async function letGo() {
  for (const name of await caches.keys()) await caches.delete(name)
  await self.registration.unregister()
}
