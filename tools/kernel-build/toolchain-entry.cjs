// Entry of toolchain.js: Next's build-time functions under the names of contract.ts (`KernelToolchain`). Bundled by
// toolchain-bundle.mjs, which says what stands in for Next's compiler, terminal and disk.
exports.appLoader = require('next/dist/build/webpack/loaders/next-app-loader').default
exports.metadataImageLoader = require('next/dist/build/webpack/loaders/next-metadata-image-loader').default
exports.metadataRouteLoader = require('next/dist/build/webpack/loaders/next-metadata-route-loader').default
exports.fontLocalLoader = require('next/dist/compiled/@next/font/dist/local/loader').default
exports.imageSize = require('next/dist/server/image-optimizer/get-image-size').getImageSize

const pick = (module, names) => {
  for (const name of names) exports[name] = module[name]
}
pick(require('next/dist/build/analysis/get-page-static-info'), ['getMiddlewareMatchers'])
pick(require('next/dist/build/normalize-catchall-routes'), ['normalizeCatchAllRoutes'])
pick(require('next/dist/lib/generate-interception-routes-rewrites'), ['generateInterceptionRoutesRewrites'])
pick(require('next/dist/lib/metadata/get-metadata-route'), ['normalizeMetadataRoute', 'normalizeMetadataPageToRoute'])
pick(require('next/dist/lib/metadata/is-metadata-route'), ['isMetadataRouteFile'])
pick(require('next/dist/shared/lib/router/utils/app-paths'), ['normalizeAppPath', 'compareAppPaths'])
pick(require('next/dist/shared/lib/router/utils/is-dynamic'), ['isDynamicRoute'])
pick(require('next/dist/shared/lib/router/utils/middleware-route-matcher'), ['getMiddlewareRouteMatcher'])
pick(require('next/dist/shared/lib/router/utils/path-match'), ['getPathMatch'])
pick(require('next/dist/shared/lib/router/utils/prepare-destination'), ['compileNonPath', 'matchHas', 'prepareDestination'])
pick(require('next/dist/shared/lib/router/utils/route-matcher'), ['getRouteMatcher'])
pick(require('next/dist/shared/lib/router/utils/route-regex'), ['getRouteRegex'])
pick(require('next/dist/shared/lib/router/utils/sorted-routes'), ['getSortedRoutes'])

exports.loadCustomRoutes = require('next/dist/lib/load-custom-routes').default
