// The headers that make a page cross-origin isolated, which WebContainers need for their shared memory; and on which
// addresses they are sent. A static host must be told the same (content/docs/engines.mdx).
// @ts-check

const ENGINE = 'webcontainer'
/** A worker of an isolated page must be served as one; elsewhere this changes nothing, since ours ask no other host. */
const WORKER = /^\/_next\/static\/chunks\/turbopack-worker-[\w-]+\.js$/
const PLAYGROUNDS = /^\/(play|learn\/[^/]+)\/$/

/**
 * @param {URL} url of the request
 * @param {string} [defaultEngine] the build setting
 * @returns {Record<string, string>}
 */
export function isolationHeaders(url, defaultEngine = process.env['DEFAULT_ENGINE'] ?? 'own') {
  // host.html and its workers, when the page that frames them is isolated.
  if (url.searchParams.has('isolated')) {
    return {
      'cross-origin-embedder-policy': 'credentialless',
      'cross-origin-resource-policy': 'cross-origin',
    }
  }
  if (WORKER.test(url.pathname)) return { 'cross-origin-embedder-policy': 'credentialless' }
  const engine = url.searchParams.get('engine') ?? defaultEngine
  if (engine !== ENGINE || !PLAYGROUNDS.test(url.pathname)) return {}
  return {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'credentialless',
  }
}
