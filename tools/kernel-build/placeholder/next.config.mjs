// Config of the placeholder app: Next's own webpack build, made readable. Nothing is minified, merged or dropped, modules
// keep their names, and the flags of open-flags.mjs stay open. Run by next-build.mjs in build/kernel-app.
import { writeFileSync } from 'node:fs'
import { openFlags } from './open-flags.mjs'

const isDevelopment = process.env.NODE_ENV === 'development'

const READABLE = {
  moduleIds: 'named',
  chunkIds: 'named',
  minimize: false,
  concatenateModules: false,
  usedExports: false,
  sideEffects: false,
  innerGraph: false,
  mangleExports: false,
}

/** Next drops react-is from builds; React's development copies want it. */
const isReactIsFilter = (plugin) =>
  plugin.constructor.name === 'IgnorePlugin' &&
  String(plugin.options?.resourceRegExp) === '/react-is/'

/** The development client is another entry; `next build` knows only the production one. */
function withDevelopmentClient(entry) {
  const toDevelopment = (file) =>
    typeof file === 'string' ? file.replace(/app-next\.js$/, 'app-next-dev.js') : file
  return async () => {
    const entries = await entry()
    const client = entries['main-app']
    if (client?.import) client.import = [client.import].flat().map(toDevelopment)
    else if (client) entries['main-app'] = [client].flat().map(toDevelopment)
    return entries
  }
}

function recordDefines(definitions, { isServer, nextRuntime }) {
  const side = isServer ? (nextRuntime ?? 'node') : 'client'
  writeFileSync(`defines-${side}.json`, JSON.stringify(definitions))
}

export default {
  experimental: {
    authInterrupts: true,
    reactDebugChannel: false,
    ...(isDevelopment ? { allowDevelopmentBuild: true } : {}),
  },
  generateBuildId: () => 'both-ends',
  webpack(config, context) {
    Object.assign(config.optimization, READABLE)
    config.devtool = false
    config.plugins = config.plugins.filter((plugin) => !isReactIsFilter(plugin))
    for (const { definitions } of config.plugins) {
      if (!definitions) continue
      recordDefines(definitions, context)
      openFlags(definitions, { isDevelopment })
    }
    if (!context.isServer && isDevelopment) config.entry = withDevelopmentClient(config.entry)
    return config
  },
}
