// Entry of toolchain.js: Next's build-time functions under the names of contract.ts (`KernelToolchain`). Bundled by
// toolchain-bundle.mjs, which says what stands in for Next's compiler, terminal and disk; never run by Node.
import loadCustomRoutesModule from 'next/dist/lib/load-custom-routes'
import fontLocalModule from 'next/dist/compiled/@next/font/dist/local/loader'
import appLoaderModule from 'next/dist/build/webpack/loaders/next-app-loader'
import metadataImageLoaderModule from 'next/dist/build/webpack/loaders/next-metadata-image-loader'
import metadataRouteLoaderModule from 'next/dist/build/webpack/loaders/next-metadata-route-loader'

// CommonJS with `exports.default`, seen from an ES module.
export const appLoader = appLoaderModule.default
export const fontLocalLoader = fontLocalModule.default
export const loadCustomRoutes = loadCustomRoutesModule.default
export const metadataImageLoader = metadataImageLoaderModule.default
export const metadataRouteLoader = metadataRouteLoaderModule.default

export { getImageSize as imageSize } from 'next/dist/server/image-optimizer/get-image-size'
export { printTreeView } from 'next/dist/build/utils'
export { getMiddlewareMatchers } from 'next/dist/build/analysis/get-page-static-info'
export { normalizeCatchAllRoutes } from 'next/dist/build/normalize-catchall-routes'
export { generateInterceptionRoutesRewrites } from 'next/dist/lib/generate-interception-routes-rewrites'
export {
  normalizeMetadataPageToRoute,
  normalizeMetadataRoute,
} from 'next/dist/lib/metadata/get-metadata-route'
export { isMetadataRouteFile } from 'next/dist/lib/metadata/is-metadata-route'
export { compareAppPaths, normalizeAppPath } from 'next/dist/shared/lib/router/utils/app-paths'
export { isDynamicRoute } from 'next/dist/shared/lib/router/utils/is-dynamic'
export { getMiddlewareRouteMatcher } from 'next/dist/shared/lib/router/utils/middleware-route-matcher'
export { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match'
export {
  compileNonPath,
  matchHas,
  prepareDestination,
} from 'next/dist/shared/lib/router/utils/prepare-destination'
export { getRouteMatcher } from 'next/dist/shared/lib/router/utils/route-matcher'
export { getRouteRegex } from 'next/dist/shared/lib/router/utils/route-regex'
export { getSortedRoutes } from 'next/dist/shared/lib/router/utils/sorted-routes'
